using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>An agency without access to the interface: the officer types the card into SP4N-LAPOR! and brings the number back.</summary>
internal sealed class ByHandTests
{
    private const string Post = """{"nama":"Wahyu Contoh","hp":"0811-0000-0123","judul":"Lampu jalan mati","isi":"Lampu jalan di Jl. Kartini depan SDN 003 mati sejak Senin, gelap sekali. Hubungi saya di 0811-0000-0123."}""";

    private DeskHouse desk = null!;

    [SetUp]
    public async Task Open() => desk = await DeskHouse.OpenAsync(destination: "{key: default, kind: manual}");

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task TheCardSaysWhatWouldBeSentAndTheNumberDelivers()
    {
        var number = await desk.PostAsync(Post);
        Assert.That((await desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Queued));

        var (exit, card) = await desk.RunAsync("complaints", "show", number, "--card");

        Assert.That(exit, Is.Zero);
        Assert.That(card, Does.Contain("Lampu jalan mati").And.Contain("depan SDN 003").And.Contain($"\nNo. pelacakan: {number}").And.Contain($"complaints delivered {number}"));
        Assert.That(card, Does.Not.Contain("0811").And.Not.Contain("Wahyu"), "the card is what leaves");

        var (done, _) = await desk.RunAsync("complaints", "delivered", number, "#7000123", "--by", "Rina");

        Assert.That(done, Is.Zero);
        var row = await desk.FindAsync(number);
        Assert.That((row.State, row.CentralId), Is.EqualTo((ComplaintState.Delivered, "7000123")));
        var last = (await desk.House.Ledger.EventsAsync(number, CancellationToken.None))[^1];
        Assert.That((last.Actor, last.By, last.Reasons[0].Code), Is.EqualTo(("Rina", ActorKind.Person, "delivered-by-hand")));
        Assert.That(await desk.House.Ledger.AttemptsAsync(number, CancellationToken.None), Is.Empty, "nothing was called");
        var (again, told) = await desk.RunAsync("complaints", "show", number, "--card");
        Assert.That((again, told), Is.EqualTo((1, $"{number}: sudah ada di SP4N-LAPOR! dengan nomor #7000123; jangan diketik lagi.{Environment.NewLine}")));
    }

    [Test]
    public async Task ANumberThatAnotherHasIsRefused()
    {
        var (one, other) = (await desk.PostAsync(Post), await desk.PostAsync(Post.Replace("Kartini", "Ahmad Yani", StringComparison.Ordinal)));
        Assert.That((await desk.RunAsync("complaints", "delivered", one, "7000123")).Exit, Is.Zero);

        var (exit, said) = await desk.RunAsync("complaints", "delivered", other, "7000123");

        Assert.That(exit, Is.EqualTo(1), said);
        Assert.That(said, Does.Contain("sudah dipakai pengaduan lain"));
        Assert.That((await desk.FindAsync(other)).State, Is.EqualTo(ComplaintState.Queued));
    }

    [TestCase("")]
    [TestCase("belum ada")]
    [TestCase("tujuh")]
    [TestCase("GWVQ-RB7Q-PNAB-VX")]
    [TestCase("70001231234567890123456789012345678901234567890")]
    public async Task WhatIsNoNumberOfTheCentreIsRefused(string typed)
    {
        var number = await desk.PostAsync(Post);

        var (exit, said) = await desk.RunAsync("complaints", "delivered", number, typed);

        Assert.That(exit, Is.EqualTo(1), said);
        Assert.That((await desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Queued));
    }

    [Test]
    public async Task WhatIsReleasedIsToBeTyped()
    {
        var number = await desk.PostAsync(Post);
        await desk.RunAsync("complaints", "hold", number);

        var (_, said) = await desk.RunAsync("complaints", "release", number);

        Assert.That(said, Does.Contain($"complaints show {number} --card").And.Not.Contain("serve"));
        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain("default: 1 pengaduan menunggu diketik"));
        Assert.That((await desk.RunAsync("destination", "list")).Output, Does.Contain("manual: diketik petugas"));
    }

    [Test]
    public async Task WhatWasReadInAnotherVersionIsNotReleased()
    {
        var number = await desk.PostAsync(Post);
        await desk.RunAsync("complaints", "hold", number);
        var read = (await desk.FindAsync(number)).Version;
        await desk.RunAsync("complaints", "edit", number, "--set", "lokasi=Jl. Kartini");

        var (exit, said) = await desk.RunAsync("complaints", "release", number, "--version", $"{read}");

        Assert.That((exit, (await desk.FindAsync(number)).State), Is.EqualTo((1, ComplaintState.Held)), said);
        Assert.That(said, Does.Contain("sudah berubah sejak Anda baca"));
        Assert.That((await desk.RunAsync("complaints", "release", number, number, "--version", "1")).Exit, Is.EqualTo(2));
        Assert.That((await desk.RunAsync("complaints", "release", number, "--version", $"{(await desk.FindAsync(number)).Version}")).Exit, Is.Zero);
    }

    [Test]
    public async Task WhoHasTheCardIsToldToWhoeverLetsItGoAnotherWay()
    {
        await using var open = await DeskHouse.OpenAsync();
        var number = await open.PostAsync(Post);
        await open.RunAsync("complaints", "hold", number);
        var first = await open.RunAsync("complaints", "show", number, "--card", "--by", "Rina");
        var second = await open.RunAsync("complaints", "show", number, "--card", "--by", "Budi");
        var released = await open.RunAsync("complaints", "release", number);
        await open.RunAsync("destination", "pause", "default");
        var refused = await open.RunAsync("destination", "open", "default");
        Assert.That((refused.Exit, (await open.House.Ledger.DestinationAsync("default", CancellationToken.None))!.State), Is.EqualTo((2, DestinationState.Paused)), refused.Output);
        var opened = await open.RunAsync("destination", "open", "default", "--yes");

        Assert.That(first.Output, Does.Not.Contain("kartunya sudah diberikan"));
        Assert.That(second.Output, Does.Contain($"{number}: kartunya sudah diberikan kepada Rina").And.Contain($"No. pelacakan: {number}"));
        foreach (var (exit, told) in new[] { released, opened }) Assert.That((exit, told.Contains($"{number}: kartunya sudah diberikan kepada Budi", StringComparison.Ordinal)), Is.EqualTo((0, true)), told);
        Assert.That((await open.House.Ledger.EventsAsync(number, CancellationToken.None)).Where(happened => happened.Kind == "card-given").Select(happened => happened.Actor), Is.EqualTo(new[] { "Rina", "Budi" }));
    }

    [Test]
    public async Task CardsOfWhatAccusesAnOfficeAreCountedAndNotNamedWhenItsDestinationIsOpened()
    {
        await using var open = await DeskHouse.OpenAsync();
        var number = await open.PostAsync("""{"isi":"Petugas loket minta uang 50 ribu tanpa kuitansi."}""");
        Assert.That((await open.FindAsync(number)).Supervised, Is.True);
        await open.RunAsync("complaints", "show", number, "--card", "--penelaah", "Hadi");
        await open.RunAsync("complaints", "release", number, "--penelaah", "Hadi");
        await open.RunAsync("destination", "pause", "default");

        var told = (await open.RunAsync("destination", "open", "default", "--yes")).Output;

        Assert.That(told, Does.Contain("1 pengaduan yang hanya boleh dilihat Penelaah Pengawasan").And.Not.Contain(number).And.Not.Contain("Hadi").And.Not.Contain("loket"));
        await open.RunAsync("complaints", "hold", number, "--penelaah", "Hadi");
        await open.RunAsync("destination", "pause", "default");
        Assert.That((await open.RunAsync("destination", "open", "default")).Output, Does.Not.Contain("Penelaah Pengawasan"), "it does not go");
    }

    [Test]
    public async Task AnOpenDestinationGivesNoCardUnlessTheComplaintIsHeld()
    {
        await using var open = await DeskHouse.OpenAsync();
        var number = await open.PostAsync(Post);

        var (refused, said) = await open.RunAsync("complaints", "show", number, "--card");
        await open.RunAsync("complaints", "hold", number);
        var (exit, card) = await open.RunAsync("complaints", "show", number, "--card");
        await open.RunAsync("complaints", "release", number);
        await open.RunAsync("destination", "pause", "default", "--reason", "pusat tidak menjawab");
        var paused = await open.RunAsync("complaints", "show", number, "--card");

        Assert.That((refused, said.Contains("menjadi ganda", StringComparison.Ordinal)), Is.EqualTo((1, true)), said);
        Assert.That((exit, card.Contains("No. pelacakan: " + number, StringComparison.Ordinal)), Is.EqualTo((0, true)), card);
        Assert.That(paused.Exit, Is.Zero, paused.Output);
    }
}
