using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Infrastructure.Central;
using Gateway.Tests.Simulator;
using Gateway.Tests.Support;

namespace Gateway.Tests.Contracts;

/// <summary>Holds our client to the contract file of the centre: its default routes and every field it can send.</summary>
internal sealed class CentralClientContractTests
{
    private static readonly ContractFile Contract = ContractFile.Read();

    [TestCase("create", "POST")]
    [TestCase("upload", "POST")]
    [TestCase("read", "GET")]
    [TestCase("masters", "GET")]
    public void EachDefaultRouteStandsInTheContract(string call, string method)
    {
        var path = CentralRoutes.ByCall[call].Split('?')[0];

        Assert.That(Contract.Calls, Does.Contain($"{method} {path}"));
    }

    [Test]
    public void EveryFieldTheClientWritesStandsInTheContract()
    {
        var destination = new Destination
        {
            Key = "default",
            Codes = new CodeTables
            {
                Classification = new Dictionary<string, string> { ["pengaduan"] = "1" },
                Category = new Dictionary<string, string> { ["PERHUBUNGAN"] = "2" },
                Location = new Dictionary<string, string> { ["Samarinda"] = "3" },
                Disposition = "4",
            },
        };
        var complaint = new Complaint
        {
            Number = "G000-0000-0000-00",
            Klasifikasi = Klasifikasi.Pengaduan,
            Judul = "Lampu jalan mati",
            Isi = "Lampu jalan mati di Jalan Kartini.",
            Kategori = "PERHUBUNGAN",
            Lokasi = "Samarinda",
            TanggalKejadian = new DateOnly(2026, 6, 25),
            Source = new Provenance("formulir", "1"),
        };

        var written = SubmissionBuilder.Build(complaint, null, Some.Uploaded("11", "12"), destination).Fields.Select(field => field.Key).ToList();

        Assert.That(written, Is.SubsetOf(Contract.SubmitFields));
        Assert.That(written, Does.Contain("classification_id").And.Contain("location_id").And.Contain("attachments"), "the canary: codes are written at all");
    }
}
