using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Identity;
using Gateway.Core.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Ledger;
using Gateway.Tests.Simulation.Parts;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Intake;

/// <summary>An answer in a thread belongs to its complaint only when the same person wrote it.</summary>
internal sealed class ThreadReplyTests
{
    private static readonly Channel Mailbox = new() { Key = "dishub-email", Agency = "dishub", Kind = "email" };
    private static readonly Reporter Budi = new("Budi", Email: "budi@warga.example");
    private static readonly SimulatedVault Vault = new();

    private SimulatedLedger ledger = null!;
    private EntryBuilder builder = null!;

    private static CancellationToken Ct => TestContext.CurrentContext.CancellationToken;

    [SetUp]
    public void Open()
    {
        ledger = new SimulatedLedger();
        builder = new EntryBuilder(ledger, null!, Vault, new SimulatedIdentifiers(), TimeProvider.System);
    }

    [Test]
    public async Task AnAnswerOfItsReporterFollowsTheComplaint()
    {
        var number = (await RecordAsync(Mail("satu@warga", "Lampu mati"))).Complaints[0].Number;

        var answer = await RecordAsync(Mail("dua@warga", "Lokasinya di gang 3") with { Reporter = Budi with { Name = "Budi S.", Email = "Budi@Warga.example" }, ThreadOf = ["balasan@dishub", "satu@warga"] });

        Assert.That((answer.Outcome, answer.Follows), Is.EqualTo((ItemOutcome.FollowUp, number)));
        Assert.That(answer.Reasons, Is.EqualTo(new[] { new Reason("thread-reply") }));
    }

    [Test]
    public async Task AnAnswerToASignedAddressFollowsWithoutAThread()
    {
        var number = (await RecordAsync(Mail("satu@warga", "Lampu mati"))).Complaints[0].Number;
        var token = Translation.AddressPrefix + ReplyToken.Of(number, Vault).ToUpperInvariant();

        var answer = await RecordAsync(Mail("dua@warga", "Lokasinya di gang 3") with { ThreadOf = [token] });
        var stranger = await RecordAsync(Mail("tiga@warga", "Di sini juga") with { Reporter = new Reporter("Siti", Email: "siti@warga.example"), ThreadOf = [token] });

        Assert.That((answer.Outcome, answer.Follows), Is.EqualTo((ItemOutcome.FollowUp, number)));
        Assert.That((stranger.Outcome, stranger.Follows), Is.EqualTo((ItemOutcome.Complaint, (string?)null)));
    }

    [Test]
    public async Task ANumberInTheAddressWithoutItsSignProvesNothing()
    {
        var number = (await RecordAsync(Mail("satu@warga", "Lampu mati"))).Complaints[0].Number;
        var forged = Translation.AddressPrefix + ReplyToken.Of(number, Vault)[..^1] + (ReplyToken.Of(number, Vault)[^1] == '0' ? '1' : '0');

        var answer = await RecordAsync(Mail("dua@warga", "Lokasinya di gang 3") with { ThreadOf = [forged, Translation.AddressPrefix + number] });

        Assert.That((answer.Outcome, answer.Follows), Is.EqualTo((ItemOutcome.Complaint, (string?)null)));
    }

    [Test]
    public async Task AnAnswerToTheAnswerFollowsToo()
    {
        var number = (await RecordAsync(Mail("satu@warga", "Lampu mati"))).Complaints[0].Number;
        await RecordAsync(Mail("dua@warga", "Lokasinya di gang 3") with { ThreadOf = ["satu@warga"] });

        var third = await RecordAsync(Mail("tiga@warga", "Masih mati") with { ThreadOf = ["dua@warga"] });

        Assert.That((third.Outcome, third.Follows), Is.EqualTo((ItemOutcome.FollowUp, number)));
    }

    [Test]
    public async Task AnAnswerOfSomebodyElseIsItsOwnComplaintAndHeld()
    {
        var number = (await RecordAsync(Mail("satu@warga", "Lampu mati"))).Complaints[0].Number;

        var answer = await RecordAsync(Mail("dua@warga", "Di tempat saya juga mati") with { Reporter = new Reporter("Siti", Email: "siti@warga.example"), ThreadOf = ["satu@warga"] });

        Assert.That((answer.Outcome, answer.Follows), Is.EqualTo((ItemOutcome.Complaint, (string?)null)));
        Assert.That(answer.Complaints[0].Doubts, Is.EqualTo(new[] { new Reason("reply-to-known-thread", number) }));
    }

    [Test]
    public async Task WordsThatWouldMakeAHeldComplaintTooLongAreAComplaintBesideIt()
    {
        var number = (await RecordAsync(Mail("satu@warga", new string('a', TextLimit.Characters - 10)))).Complaints[0].Number;

        var little = await RecordAsync(Mail("dua@warga", "Masih.") with { ThreadOf = ["satu@warga"] });
        var answer = await RecordAsync(Mail("tiga@warga", "Sampai hari ini.") with { ThreadOf = ["satu@warga"], Reasons = [new Reason("attachment-missing", "1")] });

        Assert.That((little.Outcome, answer.Outcome), Is.EqualTo((ItemOutcome.FollowUp, ItemOutcome.Complaint)));
        Assert.That(answer.Complaints[0].Doubts, Is.EqualTo(new[] { new Reason("goes-on-from", number), new Reason("attachment-missing", "1") }));
        Assert.That(answer.Complaints[0].Isi, Is.EqualTo("Sampai hari ini."));
        Assert.That((await ledger.FindAsync(number, Ct))!.Isi, Has.Length.LessThanOrEqualTo(TextLimit.Characters).And.EndsWith("a\nMasih."));
    }

    [Test]
    public async Task AnAnswerInAThreadNobodyKnowsKeepsTheTranslatorsDoubt()
    {
        var answer = await RecordAsync(Mail("dua@warga", "Masih mati") with { ThreadOf = ["asing@entah"], Reasons = [new Reason("reply-in-thread")] });

        Assert.That(answer.Complaints[0].Doubts, Is.EqualTo(new[] { new Reason("reply-in-thread") }));
    }

    [Test]
    public async Task WhatWasIgnoredStaysIgnored()
    {
        await RecordAsync(Mail("satu@warga", "Lampu mati"));
        var thanks = Mail("dua@warga", "Terima kasih") with { Outcome = ItemOutcome.Ignored, Complaints = [], Reasons = [new Reason("thanks-only")], ThreadOf = ["satu@warga"] };

        Assert.That((await RecordAsync(thanks)).Outcome, Is.EqualTo(ItemOutcome.Ignored));
    }

    [Test]
    public async Task TheFirstMailUnderAnIdKeepsIt()
    {
        var number = (await RecordAsync(Mail("sama@warga", "Lampu mati"))).Complaints[0].Number;
        await RecordAsync(Mail("sama@warga", "Halte bocor") with { KeyParts = ["mail", "lain"] });

        Assert.That((await RecordAsync(Mail("tiga@warga", "Masih mati") with { ThreadOf = ["sama@warga"] })).Follows, Is.EqualTo(number));
    }

    private async Task<ItemEntry> RecordAsync(Translation translation)
    {
        var entry = (await builder.BuildAsync(Some.Arrival(), Mailbox, [translation], Ct)).Single();
        Assert.That((await ledger.RecordAsync(null, [entry], null, Ct)).Single(), Is.EqualTo(RecordResult.Done));
        return entry;
    }

    private static Translation Mail(string id, string isi) => new()
    {
        Item = "1",
        KeyParts = ["mail", id, isi],
        Outcome = ItemOutcome.Complaint,
        Reporter = Budi,
        Complaints = [new Complaint { Isi = isi, Written = Some.Noon, Source = new Provenance("1.eml", "1") }],
        ThreadId = id,
    };
}
