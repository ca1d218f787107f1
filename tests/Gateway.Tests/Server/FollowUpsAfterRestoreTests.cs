using Gateway.Core;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>What is added to complaints on a ledger that was restored: no words are lost, none go twice, and nobody stands behind what is gone.</summary>
internal sealed class FollowUpsAfterRestoreTests
{
    private const string Words = "Tambahan: kemarin sudah dua motor jatuh di sana.";

    private static readonly CancellationToken Ct = CancellationToken.None;

    private DeskWithCentre house = null!;
    private string first = "";

    [SetUp]
    public async Task Open()
    {
        house = await DeskWithCentre.OpenAsync();
        first = (await MailAsync("1", "", "Jalan Kartini di depan pasar berlubang sejak bulan lalu, mohon ditambal.")).Numbers.Single();
        await house.Desk.RunAsync("complaints", "release", first);
    }

    [TearDown]
    public async Task Close() => await house.DisposeAsync();

    [TestCase(Words, 1, TestName = "WordsThatWerePostedInTheForgottenTimeAreFoundThere")]
    [TestCase("Lampunya juga mati.", 2, TestName = "AForgottenTaskOfTheSameNameIsNotTakenForThisOne")]
    public async Task WordsOlderThanTheRestoreAreLookedForFirst(string posted, int count)
    {
        var item = await DeliveredWithReplyAsync();
        await RestoredAsync();
        // By a task that the ledger has forgotten.
        await PostAsync($"{posted}\n\n{TrackingNumber.Marker(TaskRow.NameOf(first, 1))}-0a1b2c");

        Assert.That((await house.Desk.RunAsync("complaints", "followups", "send", item)).Exit, Is.Zero);
        Assert.That((await TaskAsync()).Reasons.Select(reason => reason.Code), Does.Contain("task-older-than-restore"));
        await WorkAsync();

        Assert.That((await TaskAsync()).State, Is.EqualTo(TaskState.Done));
        Assert.That(FollowUps, Has.Count.EqualTo(count));
        Assert.That(FollowUps.Count(text => text.StartsWith(Words, StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task TheMarkerOfATaskUnderOtherWordsIsNoProof()
    {
        var item = await DeliveredWithReplyAsync();
        await RestoredAsync();
        Assert.That((await house.Desk.RunAsync("complaints", "followups", "send", item)).Exit, Is.Zero);
        await PostAsync($"Ini kata orang lain.\n\n{Gateway.Core.FollowUps.FollowUpText.MarkerOf(await TaskAsync())}");

        await WorkAsync();

        Assert.That((await TaskAsync()).State, Is.EqualTo(TaskState.Unknown), "a person decides");
        Assert.That((FollowUps.Count, (await TaskAsync()).Reasons.Any(reason => reason.Code == "task-undecided")), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task WithoutARestoreWordsGoAtOnce()
    {
        var item = await DeliveredWithReplyAsync();

        await house.Desk.RunAsync("complaints", "followups", "send", item);
        var task = await TaskAsync();
        await house.Desk.House.TasksTo(house.Central).StepAsync("default", Ct);

        Assert.That((task.State, (await TaskAsync()).State), Is.EqualTo((TaskState.Waiting, TaskState.Done)));
        Assert.That(FollowUps.Single(), Does.Match($@"No\. pelacakan: {task.Name}-\w{{6}}$"));
    }

    [TestCase(false, ComplaintState.Duplicate)]
    [TestCase(true, ComplaintState.Held)]
    public async Task NobodyIsSettledBehindWhatIsGone(bool isGone, ComplaintState state)
    {
        var second = (await MailAsync("2", "", "Lubang di Jalan Kartini depan pasar makin lebar, tolong segera ditambal.")).Numbers.Single();
        await house.Desk.RunAsync("complaints", "hold", second);
        await house.Desk.RunAsync("complaints", "hold", first);
        Assert.That((await house.Desk.RunAsync("complaints", "link", second, first, "--as", "followup")).Exit, Is.Zero);
        await RestoredAsync();
        await SettleAsync(first);
        if (isGone) Assert.That((await house.Desk.RunAsync("complaints", "discard", first, "--reason", "uji")).Exit, Is.Zero);

        var (exit, said) = await SettleAsync(second);

        Assert.That(exit, Is.Zero, said);
        var row = await house.Desk.FindAsync(second);
        Assert.That((row.State, row.Reasons.Any(reason => reason.Code == "original-discarded")), Is.EqualTo((state, isGone)));
        Assert.That((await TaskAsync()).State, Is.EqualTo(isGone ? TaskState.Dropped : TaskState.Unknown));
        if (isGone) return;
        Assert.That((await house.Desk.RunAsync("complaints", "discard", first, "--reason", "uji")).Exit, Is.Zero);
        Assert.That((await house.Desk.FindAsync(second)).State, Is.EqualTo(ComplaintState.Held), "brought back");
    }

    [Test]
    public async Task WordsThatWentByThemselvesMeanwhileAreNotPostedAsWell()
    {
        await house.ForwardAsync(first);
        var second = (await MailAsync("2", "", "Lubang di Jalan Kartini depan pasar makin lebar, tolong segera ditambal.")).Numbers.Single();
        await house.Desk.RunAsync("complaints", "hold", second);
        Assert.That((await house.Desk.RunAsync("complaints", "link", second, first, "--as", "followup")).Exit, Is.Zero);
        await RestoredAsync();
        // Taken back, released and sent in the time that the ledger has forgotten; a person finds it there.
        Assert.That((await house.Desk.RunAsync("unknown", "settle", second, "--delivered", "7000077", "--unverified", "--reason", "ada di pusat")).Exit, Is.Zero);

        await WorkAsync();

        Assert.That(FollowUps, Is.Empty);
        Assert.That(((await TaskAsync()).State, (await TaskAsync()).Reasons[^1].Code), Is.EqualTo((TaskState.Parked, "origin-stands")));
    }

    private List<string> FollowUps => [.. house.Simulator.FollowUpsOf(house.Simulator.Received.Single().Id).Select(followUp => followUp.Fields["content"])];

    private async Task<TaskRow> TaskAsync() => (await house.Desk.House.Ledger.TasksAsync(first, Ct)).Single();

    private async Task<string> DeliveredWithReplyAsync()
    {
        await house.ForwardAsync(first);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        return (await MailAsync("2", "In-Reply-To: <susulan-1@warga.example>\n", Words)).Id;
    }

    // What a restore does to a ledger, in place.
    private async Task RestoredAsync()
    {
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await new RestoreLedger(house.Desk.House.Ledger, house.Desk.House.Identifiers, house.Clock).ExecuteAsync(house.Clock.GetUtcNow(), null, new Officer("Rina", "cakram rusak"), Ct);
        Assert.That((await house.Desk.RunAsync("destination", "open", "default")).Exit, Is.Zero);
        house.Clock.Advance(TimeSpan.FromHours(5));
    }

    private async Task WorkAsync()
    {
        var tasks = house.Desk.House.TasksTo(house.Central);
        for (var step = 0; step < 20 && (await TaskAsync()).State != TaskState.Done; step++)
        {
            await tasks.StepAsync("default", Ct);
            house.Clock.Advance(TimeSpan.FromMinutes(40));
        }
    }

    private async Task PostAsync(string content)
    {
        var id = (await house.Desk.FindAsync(first)).CentralId!;
        var settings = house.Desk.House.Registry.Current.Destination("default")!;
        await house.Central.PostFollowUpAsync(settings, new FollowUpPost([new("complaint_id", id), new("content", content)], []), TimeSpan.FromMinutes(1), Ct);
    }

    private Task<(int Exit, string Output)> SettleAsync(string number) => house.Desk.RunAsync("unknown", "settle", number, "--not-delivered", "--reason", "tidak ada di daftar");

    private async Task<Gateway.Contracts.Intake.ItemReceipt> MailAsync(string id, string more, string text) => (await house.Desk.MailAsync(
        $"""
        From: Budi Contoh <budi.contoh@warga.example>
        To: pengaduan@dishub.example
        Subject: Jalan Kartini berlubang
        Message-ID: <susulan-{id}@warga.example>
        {more}Date: Tue, 12 May 2026 09:00:00 +0800
        Content-Type: text/plain; charset=utf-8

        {text}
        """)).Items.Single();
}
