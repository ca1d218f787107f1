using System.Text;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Forwarding;

/// <summary>What a create carries, field by field.</summary>
internal sealed class SubmissionBuilderTests
{
    private const string Number = "G7K2-9QXW-4M1Z-8T";

    private static readonly Complaint Complaint = new()
    {
        Number = Number,
        Judul = "Lampu jalan mati",
        Isi = "Lampu jalan di depan pasar mati.\nMohon diperbaiki.",
        TanggalKejadian = new DateOnly(2026, 5, 9),
        Klasifikasi = Klasifikasi.PermintaanInformasi,
        Kategori = "Perhubungan",
        Lokasi = "Samarinda",
        Source = new Provenance("dishub-email", "1"),
    };

    private static readonly Agency Dishub = new("dishub", "Dinas Perhubungan Provinsi Kalimantan Timur");

    private static readonly CodeTables Codes = new()
    {
        Classification = new Dictionary<string, string> { ["permintaan-informasi"] = "3" },
        Category = new Dictionary<string, string> { ["Perhubungan"] = "44" },
        Location = new Dictionary<string, string> { ["Samarinda"] = "6472" },
        Institution = new Dictionary<string, string> { ["dishub"] = "101", ["Dinas Pekerjaan Umum"] = "102" },
        Disposition = "1",
    };

    [Test]
    public void WritesTheFieldsOfTheContract() =>
        Assert.That(
            Fields(Complaint).ToJsonString(),
            Is.EqualTo(
                """{"title":"Lampu jalan mati","content":"Lampu jalan di depan pasar mati.\nMohon diperbaiki.\n\nLokasi: Samarinda\n\nNo. pelacakan: G7K2-9QXW-4M1Z-8T","date_of_incident":"2026-05-09","is_anonymous":0,"is_secret":0,"attachments":false}"""));

    [Test]
    public void DoesNotRepeatAPlaceThatTheWordsOrACodeTell()
    {
        Assert.That(Fields(Complaint, Codes)["content"]!.GetValue<string>(), Does.Not.Contain("Lokasi:"));
        Assert.That(Fields(Complaint with { Lokasi = "depan pasar" })["content"]!.GetValue<string>(), Does.Not.Contain("Lokasi:"));
    }

    [Test]
    public void EndsTheContentWithTheMarker() =>
        Assert.That(Fields(Complaint)["content"]!.GetValue<string>().Split('\n')[^1], Is.EqualTo("No. pelacakan: " + Number));

    [Test]
    public void SaysWhoIsHiddenAsOne()
    {
        var fields = Fields(Complaint with { Anonim = true, Rahasia = true });

        Assert.That(fields["is_anonymous"]!.ToJsonString() + fields["is_secret"]!.ToJsonString(), Is.EqualTo("11"));
    }

    [Test]
    public void NamesTheUploadedFilesInOrder() =>
        Assert.That(Fields(Complaint, uploads: ["12", "3"])["attachments"]!.GetValue<string>(), Is.EqualTo("[12,3]"));

    [Test]
    public void LeavesOutEveryCodeWithoutATable() =>
        Assert.That(Fields(Complaint).Select(field => field.Key), Has.None.EndsWith("_id"));

    [Test]
    public void WritesTheCodesOfTheTables()
    {
        var fields = Fields(Complaint, Codes);

        Assert.That(fields["classification_id"]!.GetValue<string>(), Is.EqualTo("3"));
        Assert.That(fields["category_id"]!.GetValue<string>(), Is.EqualTo("44"));
        Assert.That(fields["location_id"]!.GetValue<string>(), Is.EqualTo("6472"));
        Assert.That(fields["disposition_id"]!.GetValue<string>(), Is.EqualTo("101"));
    }

    [Test]
    public void LeavesOutAValueThatTheTableLacks() =>
        Assert.That(Fields(Complaint with { Kategori = "Perikanan" }, Codes).ContainsKey("category_id"), Is.False);

    [Test]
    public void SendsAnInstitutionWithoutACodeToTheDefaultOne() =>
        Assert.That(Disposition(Complaint with { InstansiTujuan = "Kecamatan Anggana" }, Codes), Is.EqualTo("1"));

    [Test]
    public void SendsANamedInstitutionByItsCode() =>
        Assert.That(Disposition(Complaint with { InstansiTujuan = "Dinas Pekerjaan Umum" }, Codes), Is.EqualTo("102"));

    [Test]
    public void SendsAComplaintWithoutAnAddresseeToTheOwnerOfTheChannel()
    {
        Assert.That(Disposition(Complaint, Codes), Is.EqualTo("101"));
        Assert.That(Disposition(Complaint, new CodeTables { Disposition = "1" }, Dishub with { Institution = "77" }), Is.EqualTo("77"));
        Assert.That(Disposition(Complaint, new CodeTables { Disposition = "1" }), Is.EqualTo("1"));
    }

    [TestCase(null)]
    [TestCase("dishub")]
    [TestCase("Dinas Perhubungan Provinsi Kalimantan Timur")]
    public void KnowsTheOwnerByKeyAndByName(string? addressee)
    {
        var byName = new CodeTables { Institution = new Dictionary<string, string> { [Dishub.Name] = "101" }, Disposition = "1" };

        Assert.That(Disposition(Complaint with { InstansiTujuan = addressee }, byName), Is.EqualTo("101"));
        Assert.That(Disposition(Complaint with { InstansiTujuan = addressee }, Codes), Is.EqualTo("101"));
    }

    [Test]
    public void AddsTheFieldsOfTheDestinationAsTheyAreWritten()
    {
        var destination = new Destination { Key = "default", Fields = new JsonObject { ["channel"] = 7, ["user"] = new JsonObject { ["id"] = "9" }, ["title"] = "x" } };

        var fields = SubmissionBuilder.Build(Complaint, Dishub, [], destination).Fields;

        Assert.That(fields["channel"]!.ToJsonString() + fields["user"]!.ToJsonString(), Is.EqualTo("""7{"id":"9"}"""));
        Assert.That(fields["title"]!.GetValue<string>(), Is.EqualTo("Lampu jalan mati"), "A fixed field never replaces what the citizen wrote.");
        Assert.That(destination.Fields["channel"]!.Parent, Is.SameAs(destination.Fields), "The registry keeps its own nodes.");
    }

    [Test]
    public void SendsUtf8()
    {
        var body = Encoding.UTF8.GetString(SubmissionBuilder.Build(Complaint with { Judul = "Banjir 😢 – lagi" }, null, [], new Destination { Key = "default" }).Body());

        Assert.That(JsonNode.Parse(body)!["title"]!.GetValue<string>(), Is.EqualTo("Banjir 😢 – lagi"));
    }

    [Test]
    public void RefusesAComplaintThatWasNeverRecorded() =>
        Assert.That(() => Fields(Complaint with { Number = null }), Throws.ArgumentException);

    private static string? Disposition(Complaint complaint, CodeTables codes, Agency? agency = null) =>
        SubmissionBuilder.Build(complaint, agency ?? Dishub, [], new Destination { Key = "default", Codes = codes }).Fields["disposition_id"]?.GetValue<string>();

    private static JsonObject Fields(Complaint complaint, CodeTables? codes = null, IReadOnlyList<string>? uploads = null) =>
        SubmissionBuilder.Build(complaint, Dishub, Some.Uploaded(uploads ?? []), new Destination { Key = "default", Codes = codes ?? new CodeTables() }).Fields;
}
