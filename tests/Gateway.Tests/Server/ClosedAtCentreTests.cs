using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>What is added to a complaint that the centre has closed: the officer is warned, and the citizen is not told that it is over.</summary>
internal sealed class ClosedAtCentreTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private DeskHouse desk = null!;
    private string first = "";
    private string second = "";

    [SetUp]
    public async Task Open()
    {
        desk = await DeskHouse.OpenAsync();
        first = await desk.PostAsync("""{"isi":"Jalan Slamet Riyadi berlubang di depan pasar."}""");
        second = await desk.PostAsync("""{"isi":"Lubangnya makin lebar, hubungi saya 0811-0000-0002."}""");
        await desk.RunAsync("complaints", "hold", second);
        Assert.That((await desk.RunAsync("complaints", "delivered", first, "7000001")).Exit, Is.Zero, "nobody answers, so it is taken on the officer's word");
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task WhoLinksAFollowUpIsWarnedAndTheCitizenIsNotToldThatItIsClosed()
    {
        await ClosedAsync(desk.House.Time.GetUtcNow().AddDays(-3));

        var (exit, said) = await desk.RunAsync("complaints", "link", second, first, "--as", "followup", "--reason", "pelapor yang sama");

        Assert.That((exit, said.Contains($"PERINGATAN: Pusat sudah menutup {first}", StringComparison.Ordinal)), Is.EqualTo((0, true)), said);
        Assert.That((await desk.RunAsync("complaints", "show", second)).Output, Does.Contain($"{first}  Tersampaikan  #7000001  (sudah ditutup pusat)"));
        Assert.That((await TrackedAsync(first), await TrackedAsync(second)), Is.EqualTo(("closed", "received")));

        await desk.RunAsync("tasks", "settle", first + ".1", "--done", "--reason", "diketik sendiri");
        Assert.That(await TrackedAsync(second), Is.EqualTo("forwarded"), "the first was closed before these words came");
        Assert.That((await desk.House.Ledger.TakeReadingAsync("default", desk.House.Time.GetUtcNow().AddMinutes(1), desk.House.Time.GetUtcNow().AddHours(1), Ct))?.Number, Is.EqualTo(first), "the centre is looked at again");
    }

    [Test]
    public async Task AFollowUpOfAnOpenOneGoesTheWayOfTheFirst()
    {
        var (_, said) = await desk.RunAsync("complaints", "link", second, first, "--as", "followup");
        Assert.That(said, Does.Not.Contain("PERINGATAN"));
        await desk.RunAsync("tasks", "settle", first + ".1", "--done", "--reason", "diketik sendiri");
        Assert.That(await TrackedAsync(second), Is.EqualTo("forwarded"));

        await ClosedAsync(desk.House.Time.GetUtcNow().AddMinutes(1));
        Assert.That(await TrackedAsync(second), Is.EqualTo("closed"), "with these words known there");
    }

    [Test]
    public async Task ADuplicateIsWhereTheFirstIs()
    {
        await desk.RunAsync("complaints", "link", second, first, "--as", "duplicate");
        Assert.That(await TrackedAsync(second), Is.EqualTo("forwarded"));
        await ClosedAsync(desk.House.Time.GetUtcNow());
        Assert.That(await TrackedAsync(second), Is.EqualTo("closed"));
    }

    private async Task<string> TrackedAsync(string number) => await new TrackedState(desk.House.Ledger).OfAsync(await desk.FindAsync(number), Ct);

    private async Task ClosedAsync(DateTimeOffset at) =>
        Assert.That(await desk.House.Ledger.KeepReadingAsync(new Reading { Number = first, Since = at, Looked = at, Changed = at, Closed = at, Status = "Selesai" }, null, Ct));
}
