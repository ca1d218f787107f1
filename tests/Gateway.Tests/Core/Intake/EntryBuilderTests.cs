using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Identity;
using Gateway.Core.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Ledger;
using Gateway.Tests.Simulation.Parts;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Intake;

internal sealed class EntryBuilderTests
{
    // Cut at 80 characters this text ends within the number, and within the name.
    private const string Phone = "Lampu jalan di depan rumah sudah lama mati dan gelap hubungi saya di 0811 0000 0001 ya pak supaya cepat";
    private const string Name = "Lampu jalan di depan rumah sudah lama mati dan gelap sekali, hormat kami, Siti Contoh Saja ya pak";

    private static readonly SimulatedVault Vault = new();

    [TestCase(Phone, "0811")]
    [TestCase(Name, "Siti")]
    public async Task ADerivedTitleIsMaskedBeforeItIsCut(string isi, string secret)
    {
        var entry = await BuildAsync(isi, new Reporter("Siti Contoh Saja"));
        var row = Row(entry);

        var masked = new ComplaintReader(Vault).Masked(row, new Reporter("Siti Contoh Saja"));

        Assert.That(DerivedFields.Title(isi), Does.Contain(secret), "The text is no test of the cut any more.");
        Assert.That(row.Judul, Does.StartWith("Lampu jalan di depan rumah").And.Not.Contain(secret));
        Assert.That(masked.Judul + masked.Derived["judul"] + masked.Isi, Does.Not.Contain(secret));
    }

    [Test]
    public async Task ATextThatCannotBeMaskedIsHeldForAPerson()
    {
        var name = string.Concat(Enumerable.Repeat("Siti ", 4000));
        var isi = string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("Siti ", 3999)) + "x ", 200));

        var entry = await BuildAsync(isi, new Reporter(name));

        Assert.That((entry.Isi, entry.Judul), Is.EqualTo((Masking.Blot, Masking.Blot)));
        Assert.That(entry.Doubts, Is.EqualTo(new[] { new Reason("cannot-be-masked") }));
    }

    private static async Task<ComplaintEntry> BuildAsync(string isi, Reporter reporter)
    {
        // No attachments, so no payload is kept.
        var builder = new EntryBuilder(new SimulatedLedger(), null!, Vault, new SimulatedIdentifiers(), TimeProvider.System);
        var translation = new Translation
        {
            Item = "1",
            KeyParts = ["mail", Some.Id()],
            Outcome = ItemOutcome.Complaint,
            Reporter = reporter,
            Complaints = [new Complaint { Isi = isi, Written = Some.Noon, Source = new Provenance("1.eml", "1") }],
        };
        var channel = new Channel { Key = "dishub-email", Agency = "dishub", Kind = "email" };
        var entries = await builder.BuildAsync(Some.Arrival(), channel, [translation], TestContext.CurrentContext.CancellationToken);
        return entries.Single().Complaints.Single();
    }

    private static ComplaintRow Row(ComplaintEntry entry) => new()
    {
        Number = entry.Number,
        Position = 1,
        ItemId = "item",
        State = ComplaintState.Held,
        Version = 1,
        Reasons = [],
        Channel = "dishub-email",
        Agency = "dishub",
        Destination = entry.Destination,
        Judul = entry.Judul,
        Isi = entry.Isi,
        Seen = Some.Noon,
        ContentKey = entry.ContentKey,
        WrappedKey = entry.WrappedKey,
        Sealed = entry.Sealed,
    };
}
