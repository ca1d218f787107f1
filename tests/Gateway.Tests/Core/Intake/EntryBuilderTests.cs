using System.Text.RegularExpressions;
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
    public async Task APlaceIsMaskedBeforeItIsCut()
    {
        var reporter = new Reporter("Siti Contoh Saja");
        var row = Row(await BuildAsync("Lampu mati", reporter));
        var complaint = new ComplaintReader(Vault).Open(row) with { Lokasi = new string('a', 991) + " Siti Contoh Saja" };

        Assert.That(ComplaintReader.MaskedOpen(row, complaint, reporter).Lokasi, Does.Not.Contain("Siti"));
    }

    [Test]
    public async Task ATextThatCannotBeMaskedIsHeldForAPerson()
    {
        var (name, isi) = Some.Endless();

        // Intake lets no text of this length through; the promise holds for whoever seals one.
        var entry = await new ComplaintSealing(null!, Vault, new SimulatedIdentifiers()).NewAsync(
            Translated(isi, null).Complaints[0], new Reporter(name), Vault.NewKey(), "default", [], TestContext.CurrentContext.CancellationToken);

        Assert.That((entry.Isi, entry.Judul), Is.EqualTo((Masking.Blot, Masking.Blot)));
        Assert.That(entry.Doubts, Is.EqualTo(new[] { new Reason("cannot-be-masked") }));
    }

    [Test]
    public async Task ATitleThatCannotBeMaskedIsHeldToo()
    {
        var (name, endless) = Some.Endless();
        var complaint = Translated("Lampu mati", null).Complaints[0] with { Judul = endless };

        var entry = await new ComplaintSealing(null!, Vault, new SimulatedIdentifiers()).NewAsync(
            complaint, new Reporter(name), Vault.NewKey(), "default", [], TestContext.CurrentContext.CancellationToken);

        Assert.That((entry.Isi, entry.Judul), Is.EqualTo(("Lampu mati", Masking.Blot)));
        Assert.That(entry.Doubts, Is.EqualTo(new[] { new Reason("cannot-be-masked") }));
    }

    [Test]
    public async Task ATitleThatIsAllAPersonIsBlottedAndHoldsNothing()
    {
        var complaint = Translated("Lampu mati", null).Complaints[0] with { Judul = "0811-0000-0001" };

        var entry = await new ComplaintSealing(null!, Vault, new SimulatedIdentifiers()).NewAsync(
            complaint, null, Vault.NewKey(), "default", [], TestContext.CurrentContext.CancellationToken);

        Assert.That((entry.Judul, entry.Doubts.Count), Is.EqualTo((Masking.Blot, 0)));
    }

    [TestCase(1, ItemOutcome.Complaint)]
    [TestCase(2, ItemOutcome.Quarantined)]
    public async Task OnlyAnExpressionThatRunsOutOfTimeTwiceIsAFaultOfTheItem(int times, ItemOutcome outcome)
    {
        var builder = new EntryBuilder(new SimulatedLedger(), null!, Vault, new SimulatedIdentifiers(), TimeProvider.System, Stall);

        var entry = (await builder.BuildAsync(
            Some.Arrival(), new Channel { Key = "dishub-email", Agency = "dishub", Kind = "email" }, [Translated("Lampu mati", null)], TestContext.CurrentContext.CancellationToken)).Single();

        Assert.That(entry.Outcome, Is.EqualTo(outcome));

        string? Stall(string words) => times-- > 0 ? throw new RegexMatchTimeoutException() : null;
    }

    [Test]
    public async Task AnItemThatCannotBeTakenIsQuarantinedAndItsNeighboursAreTaken()
    {
        var sound = Translated("Halte roboh", null);
        var unsound = Translated("Lampu mati", null);
        unsound = unsound with { Complaints = [unsound.Complaints[0] with { Lampiran = [new Attachment("tanpa-isi.jpg", "image/jpeg", 3)] }] };

        var entries = await BuildAsync(unsound, sound);

        Assert.That(entries.Select(entry => entry.Outcome), Is.EqualTo(new[] { ItemOutcome.Quarantined, ItemOutcome.Complaint }));
        Assert.That(entries[0].Reasons, Is.EqualTo(new[] { new Reason("entry-failed", nameof(ArgumentException)) }));
    }

    [TestCase(TextLimit.Characters, ItemOutcome.Complaint)]
    [TestCase(TextLimit.Characters + 1, ItemOutcome.Quarantined)]
    public async Task ATextBeyondTheLimitIsQuarantinedUnmasked(int length, ItemOutcome outcome)
    {
        var entry = (await BuildAsync(Translated(new string('a', length), null)))[0];

        Assert.That(entry.Outcome, Is.EqualTo(outcome));
        Assert.That(entry.Reasons, Is.EqualTo(outcome == ItemOutcome.Complaint ? [] : new[] { new Reason("too-long", $"{length}") }));
    }

    private static async Task<ComplaintEntry> BuildAsync(string isi, Reporter reporter) =>
        (await BuildAsync(Translated(isi, reporter))).Single().Complaints.Single();

    private static Translation Translated(string isi, Reporter? reporter) => new()
    {
        Item = "1",
        KeyParts = ["mail", Some.Id()],
        Outcome = ItemOutcome.Complaint,
        Reporter = reporter,
        Complaints = [new Complaint { Isi = isi, Written = Some.Noon, Source = new Provenance("1.eml", "1") }],
    };

    private static async Task<IReadOnlyList<ItemEntry>> BuildAsync(params Translation[] translations)
    {
        // No attachment bears bytes, so no payload is kept.
        var builder = new EntryBuilder(new SimulatedLedger(), null!, Vault, new SimulatedIdentifiers(), TimeProvider.System);
        var channel = new Channel { Key = "dishub-email", Agency = "dishub", Kind = "email" };
        return await builder.BuildAsync(Some.Arrival(), channel, translations, TestContext.CurrentContext.CancellationToken);
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
