using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>What the gates linked stays theirs, what a person linked is a person's, and is taken back.</summary>
internal sealed class LinkOriginTests
{
    private const string Told = "Lampu jalan di Jl. Kartini depan SDN 003 mati sejak Senin, gelap sekali.";
    private DeskHouse desk = null!;

    [SetUp]
    public async Task Open() => desk = await DeskHouse.OpenAsync();

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task ALinkOfTheGatesStaysTheirsThoughAPersonSaidTheSame()
    {
        var (first, other, second, _) = await FourAsync();
        var events = (await desk.House.Ledger.EventsAsync(second, CancellationToken.None)).Count;
        Assert.That(await RunAsync("complaints", "link", first, second, "--as", "related"), Is.EqualTo((1, $"{second}: gateway sudah menghubungkannya dengan {first}; tidak ada yang berubah.\n")));
        Assert.That((await desk.House.Ledger.EventsAsync(second, CancellationToken.None)).Count, Is.EqualTo(events), "nothing that could be undone");

        var (exit, said) = await RunAsync("complaints", "link", second, other, "--as", "related");

        Assert.That((exit, (await desk.FindAsync(second)).LinkTo), Is.EqualTo((1, first)), said);
    }

    [Test]
    public async Task ARefusalNamesTheOneThatIsLinked()
    {
        var (first, other, second, _) = await FourAsync();

        Assert.That((await RunAsync("complaints", "link", other, second, "--as", "related")).Output, Does.StartWith($"{second}: sudah dihubungkan dengan {first}"));
        Assert.That((await RunAsync("complaints", "link", first, second, "--undo")).Output, Does.StartWith($"{second}: sudah dihubungkan dengan {first}"));
    }

    [Test]
    public async Task ADuplicateThatIsTakenBackLeavesNoLink()
    {
        var (first, other, _, third) = await FourAsync();
        await RunAsync("complaints", "hold", third);
        await RunAsync("complaints", "link", third, other, "--as", "duplicate");
        await RunAsync("complaints", "hold", third);
        Assert.That((await desk.FindAsync(third)).LinkTo, Is.Null);

        var (exit, said) = await RunAsync("complaints", "link", third, first, "--as", "related");

        Assert.That((exit, (await desk.FindAsync(third)).LinkTo), Is.EqualTo((0, first)), said);
    }

    [Test]
    public async Task WhatTheGatesLinkedIsCountedAgainWhenADuplicateIsTakenBack()
    {
        var (first, other, second, _) = await FourAsync();
        await RunAsync("complaints", "hold", second);
        await RunAsync("complaints", "link", second, other, "--as", "duplicate");
        Assert.That((await desk.FindAsync(second)).LinkTo, Is.EqualTo(other));
        await RunAsync("complaints", "hold", second);

        Assert.That((await desk.FindAsync(second)).LinkTo, Is.EqualTo(first));
    }

    [Test]
    public async Task ARelatedOneIsTakenBackWithANameAndAReasonAndCountedNoMore()
    {
        var (first, _, second, third) = await FourAsync();
        await RunAsync("complaints", "link", third, first, "--as", "related");
        Assert.That((await RunAsync("complaints", "show", first)).Output, Does.Contain($"2 lainnya: {second}, {third}"));

        var (exit, said) = await RunAsync("complaints", "link", first, third, "--undo", "--by", "Rina", "--reason", "salah nomor");

        Assert.That((exit, said), Is.EqualTo((0, $"{first} dan {third}: tidak lagi dicatat berkaitan.\n")));
        Assert.That((await desk.FindAsync(third)).LinkTo, Is.Null);
        Assert.That((await RunAsync("complaints", "show", first)).Output, Does.Contain($"1 lainnya: {second}"));
        var undone = (await desk.House.Ledger.EventsAsync(third, CancellationToken.None))[^1];
        Assert.That((undone.Kind, undone.Actor, undone.Reasons[0].Detail, undone.Reasons[1].Detail), Is.EqualTo(("unlinked", "Rina", first, "salah nomor")));
        Assert.That((await RunAsync("complaints", "show", third)).Output, Does.Contain("hubungan dibatalkan").And.Contain("(Rina)"));
    }

    [Test]
    public async Task OnlyWhatAPersonRelatedIsUndone()
    {
        var (first, other, second, third) = await FourAsync();
        Assert.That((await RunAsync("complaints", "link", third, first, "--undo")).Output, Does.Contain("tidak dihubungkan satu sama lain"));
        var (exit, said) = await RunAsync("complaints", "link", second, first, "--undo");
        Assert.That((exit, (await desk.FindAsync(second)).LinkTo, said.Contains("oleh gateway", StringComparison.Ordinal)), Is.EqualTo((1, first, true)), said);
        await RunAsync("complaints", "hold", third);
        await RunAsync("complaints", "link", third, other, "--as", "duplicate");
        Assert.That((await RunAsync("complaints", "link", third, other, "--undo")).Output, Does.Contain($"complaints hold {third}"));
        Assert.That((await RunAsync("complaints", "link", third, other, "--as", "related", "--undo")).Exit, Is.EqualTo(2));
        Assert.That((await RunAsync("complaints", "link", third, other, "--undo", "--version", "1")).Output, Does.Contain("berubah"));
    }

    [Test]
    public async Task ALedgerOfBeforeKnowsWhoLinked()
    {
        var (first, _, second, third) = await FourAsync();
        await RunAsync("complaints", "link", third, first, "--as", "related");
        await desk.DamageAsync($"UPDATE complaints SET link_found = NULL WHERE number = '{second}'");

        var script = await File.ReadAllTextAsync(Path.Combine(GatewayProcess.Root, "src", "Gateway.Infrastructure", "Ledger", "Migrations", "Sqlite", "0010_links.sql"));
        await desk.DamageAsync(script[script.IndexOf("UPDATE", StringComparison.Ordinal)..]);

        Assert.That(((await desk.FindAsync(second)).IsLinkedByGates, (await desk.FindAsync(third)).IsLinkedByGates), Is.EqualTo((true, false)));
    }

    private async Task<(string First, string Other, string Second, string Third)> FourAsync()
    {
        var first = await desk.PostAsync($$"""{"isi":"{{Told}}"}""");
        var other = await desk.PostAsync("""{"isi":"Lampu lalu lintas simpang Lembuswana mati sejak kemarin."}""");
        var second = await desk.PostAsync($$"""{"isi":"{{Told}}","nama":"Budi Contoh"}""");
        var third = await desk.PostAsync("""{"isi":"Trotoar di Jl. Pahlawan rusak sejak Kamis, kursi roda tidak bisa lewat."}""");
        Assert.That((await desk.FindAsync(second)).LinkTo, Is.EqualTo(first), "by the gates");
        return (first, other, second, third);
    }

    private Task<(int Exit, string Output)> RunAsync(params string[] args) => desk.RunAsync(args);
}
