using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Contracts;

namespace Gateway.Tests.Contracts;

/// <summary>complaint.v1.schema.json says what the code writes, field for field.</summary>
internal sealed class ComplaintSchemaTests
{
    [Test]
    public void HasTheFieldsOfTheComplaint() => Assert.That(Shape.Of(SchemaFiles.Complaint()), Is.EqualTo(Shape.Of(typeof(Complaint))));

    [Test]
    public void HasTheFieldsOfAnAttachment() =>
        Assert.That(Shape.Of(SchemaFiles.Complaint()["$defs"]!["attachment"]!), Is.EqualTo(Shape.Of(typeof(Attachment))));

    [Test]
    public void HasTheFieldsOfTheProvenance() =>
        Assert.That(Shape.Of(SchemaFiles.Complaint()["$defs"]!["provenance"]!), Is.EqualTo(Shape.Of(typeof(Provenance))));

    [Test]
    public void AsksForEveryFieldAndTakesNoOther()
    {
        var schema = SchemaFiles.Complaint();
        Assert.That(new[] { schema, schema["$defs"]!["attachment"]!, schema["$defs"]!["provenance"]! }.All(Shape.IsClosed));
    }

    [Test]
    public void TakesAFullAndAnEmptyComplaint([Values] bool full) => Assert.That(SchemaFiles.FitsComplaint(Json(full ? Full : Empty)));

    [Test]
    public void CanaryAChangedFieldIsSeen()
    {
        var schema = SchemaFiles.Complaint();
        schema["properties"]!["judul"]!["type"] = "string";
        Assert.That(Shape.Of(schema), Is.Not.EqualTo(Shape.Of(typeof(Complaint))));
    }

    [TestCase("isi", "null")]
    [TestCase("klasifikasi", "\"keluhan\"")]
    [TestCase("tanggalKejadian", "\"11 Mei 2026\"")]
    [TestCase("lampiran", "[{\"name\": \"a\"}]")]
    [TestCase("reporter", "{}")]
    public void CanaryAWrongValueIsRefused(string field, string value)
    {
        var complaint = Json(Full);
        complaint[field] = JsonNode.Parse(value);
        Assert.That(SchemaFiles.FitsComplaint(complaint), Is.False);
    }

    private static Complaint Empty => new() { Isi = "Jalan rusak.", Source = new Provenance("pos.json", "1") };

    private static Complaint Full => new()
    {
        Number = "G123-4567-89AB-CD",
        Klasifikasi = Klasifikasi.PermintaanInformasi,
        Judul = "Jadwal bus",
        Isi = "Kapan bus kota berjalan?",
        TanggalKejadian = new DateOnly(2026, 5, 11),
        Lokasi = "Jalan Pemuda",
        InstansiTujuan = "dishub",
        Kategori = "Transportasi",
        Anonim = true,
        Rahasia = true,
        Lampiran = [new Attachment("foto.jpg", "image/jpeg", 12) { Content = new BytesContent(new byte[12]) }],
        Derived = new Dictionary<string, string> { ["judul"] = "kalimat pertama" },
        Written = Noon,
        Received = Noon,
        Seen = Noon.ToUniversalTime(),
        Channel = "dishub-email",
        Agency = "dishub",
        Source = new Provenance("INBOX", "7"),
    };

    private static DateTimeOffset Noon => new(2026, 5, 11, 12, 0, 0, 123, TimeSpan.FromHours(8));

    private static JsonObject Json(Complaint complaint) => JsonSerializer.SerializeToNode(complaint, ContractJson.Options)!.AsObject();
}
