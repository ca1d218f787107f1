using System.Runtime.Versioning;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Infrastructure.Journal;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>
/// <c>gateway restore --in-place</c>: an older ledger that was put back by other means is made as safe as one that <c>restore</c> put back, by the
/// journals of all nodes or without.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class RestoreInPlaceTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private ForwardingHouse house = null!;
    private string delivered = "";
    private string queued = "";
    private string held = "";
    private DateTimeOffset made;

    // Something was sent long before, then a copy is made of which nobody noted anything, one is delivered, and the copy is put back.
    [SetUp]
    public async Task PutBack()
    {
        house = await ForwardingHouse.OpenAsync("", Registries.Form);
        (delivered, queued, held) = (await PostAsync("Kartini"), await PostAsync("Antasari"), await PostAsync("Pahlawan"));
        await house.RunAsync("complaints", "hold", held);
        await house.Opened.House.Journal.AppendAsync(Line("G000", AttemptOutcome.Rejected) with { At = Now.AddHours(-1) });
        made = Now;
        await house.ReopenAsync(data => Copy(data, "gateway.db", "lama.db"));
        await house.Forwarder.ForwardAsync(delivered, Ct);
        await house.Opened.CloseAsync();
        Copy(house.Opened.Data, "lama.db", "gateway.db");
    }

    [TearDown]
    public async Task Close() => await house.DisposeAsync();

    [Test]
    public async Task TheJournalBesideItSettlesWhatItKnows()
    {
        var (asked, told) = await RestoreAsync("--journal", Journal);
        Assert.That((asked, told.Contains("--yes", StringComparison.Ordinal), told.Contains(Journal, StringComparison.Ordinal)), Is.EqualTo((2, true, true)), told);

        var (exit, said) = await RestoreAsync("--journal", Journal, "--yes", "--lang", "en");

        Assert.That(exit, Is.Zero, said);
        Assert.That(said, Does.Contain("0 unknown, 1 proved to be delivered, 2 as they were"));
        await house.Opened.OpenAsync();
        Assert.That(await StatesAsync(), Is.EqualTo(new[] { ComplaintState.Delivered, ComplaintState.Queued, ComplaintState.Held }));
        Assert.That((await house.FindAsync(delivered)).CentralId, Is.EqualTo($"{house.Simulator.Received.Single().Id}"));
        Assert.That((await house.Ledger.DestinationAsync("default", Ct))!.State, Is.EqualTo(DestinationState.Paused));
        Assert.That((await RestoreWindow.AllAsync(house.Ledger, Ct)).Single().From, Is.EqualTo(Typed(made)));
    }

    [Test]
    public async Task WithoutAJournalNothingIsKnown()
    {
        Assert.That((await RestoreAsync()).Exit, Is.EqualTo(2), "a person must be sure");
        var (exit, said) = await RestoreAsync("--yes", "--lang", "en");

        Assert.That(exit, Is.Zero, said);
        Assert.That(said, Does.Contain("3 unknown"));
        await house.Opened.OpenAsync();
        Assert.That(await StatesAsync(), Is.All.EqualTo(ComplaintState.Unknown));
        Assert.That((await house.FindAsync(held)).Reasons[0].Code, Is.EqualTo("restored"));
    }

    [Test]
    public async Task TheJournalsOfAllNodesCountTogether()
    {
        await house.Opened.OpenAsync();
        var other = Path.Combine(house.Opened.Data, "node-2");
        using (var journal = FileDeliveryJournal.Open(other, house.Opened.House.LedgerId, Some.NewJournal))
        {
            await journal.AppendAsync(Line("G000", null) with { At = Now.AddHours(-1) });
            await journal.AppendAsync(Line(delivered, AttemptOutcome.Rejected));
            await journal.AppendAsync(Line(held, AttemptOutcome.Unknown));
        }

        await house.Opened.CloseAsync();
        Assert.That((await RestoreAsync("--journal", Journal, "--journal", Path.Combine(other, FileDeliveryJournal.FileName), "--yes")).Exit, Is.Zero);

        await house.Opened.OpenAsync();
        Assert.That(await StatesAsync(), Is.EqualTo(new[] { ComplaintState.Delivered, ComplaintState.Queued, ComplaintState.Unknown }));
    }

    [Test]
    public async Task AJournalThatProvesNothingChangesNothing()
    {
        var ofAnother = Path.Combine(house.Opened.Data, "lain");
        using (var journal = FileDeliveryJournal.Open(ofAnother, "buku-lain", Some.NewJournal)) await journal.AppendAsync(Line("G000", null) with { At = Now.AddHours(-1) });
        await house.Opened.OpenAsync();
        var begunLater = Path.Combine(house.Opened.Data, "baru");
        using (var journal = FileDeliveryJournal.Open(begunLater, house.Opened.House.LedgerId, Some.NewJournal)) await journal.AppendAsync(Line(queued, null) with { At = Now.AddMinutes(1) });
        await house.Opened.CloseAsync();

        foreach (var folder in new[] { ofAnother, begunLater })
        {
            var (exit, said) = await RestoreAsync("--journal", Journal, "--journal", Path.Combine(folder, FileDeliveryJournal.FileName), "--yes");
            Assert.That((exit, said.Contains(folder, StringComparison.Ordinal)), Is.EqualTo((1, true)), said);
        }

        await house.Opened.OpenAsync();
        Assert.That((await house.Ledger.DestinationAsync("default", Ct))!.State, Is.EqualTo(DestinationState.Open));
    }

    [Test]
    public async Task ItIsNotDoneBesideAGatewayThatRuns()
    {
        await house.Opened.OpenAsync();

        Assert.That((await house.RunAsync("restore", "--in-place", "--made", Text(made), "--yes")).Exit, Is.EqualTo(4));
        Assert.That((await RestoreAsync("--yes")).Exit, Is.EqualTo(4), "another process has the folder");
        Assert.That((await house.FindAsync(queued)).State, Is.EqualTo(ComplaintState.Queued));
    }

    [TestCase("--in-place")]
    [TestCase("--in-place", "--made", "kemarin")]
    [TestCase("--in-place", "--made", "2099-01-01 00:00", "--yes")]
    [TestCase("--in-place", "--made", "2026-01-01 00:00", "cadangan")]
    [TestCase("--made", "2026-01-01 00:00", "cadangan")]
    [TestCase("cadangan", "--journal", "a", "--journal", "b")]
    [TestCase]
    public async Task WhatIsAskedForWronglyIsRefused(params string[] args)
    {
        var (exit, said) = await house.RunAloneAsync(["restore", .. args]);

        Assert.That(exit, Is.EqualTo(2), said);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private string Journal => Path.Combine(house.Opened.Data, "journal", FileDeliveryJournal.FileName);

    private static void Copy(string data, string from, string to) => OlderLedger.Copy(data, from, to);

    private Task<string> PostAsync(string street) => house.Opened.PostAsync(OlderLedger.Text(street));

    private static JournalEntry Line(string number, AttemptOutcome? outcome) => new(Now, number, "default", outcome, null);

    private static string Text(DateTimeOffset moment) => OlderLedger.Typed(moment);

    private static DateTimeOffset Typed(DateTimeOffset moment) => new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    private async Task<ComplaintState[]> StatesAsync() => [(await house.FindAsync(delivered)).State, (await house.FindAsync(queued)).State, (await house.FindAsync(held)).State];

    private Task<(int Exit, string Output)> RestoreAsync(params string[] more) =>
        house.RunAloneAsync(["restore", "--in-place", "--made", Text(made), "--by", "Rina", .. more]);
}
