using System.Text.Json.Nodes;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>Officers split what holds several matters and join what is one, and take both back; no matter stands twice at any moment.</summary>
internal sealed class RegroupTests
{
    private const string Two = """{"isi":"Saya warga Loa Bakung. Jalan di depan pasar berlubang parah. Selain itu sampah di TPS tidak diangkut dua minggu.","nama":"Dewi Contoh","hp":"0811-0000-0001"}""";

    private DeskHouse desk = null!;

    [SetUp]
    public async Task Open() => desk = await DeskHouse.OpenAsync();

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task SeveralMattersAreHeldWithAProposal()
    {
        var number = await desk.PostAsync(Two);

        var (exit, shown) = await desk.RunAsync("complaints", "split", number);

        Assert.That((await desk.FindAsync(number)).Reasons.Select(reason => (reason.Code, reason.Detail)), Does.Contain(("several-matters", "jalan, sampah")));
        Assert.That(exit, Is.Zero);
        Assert.That(shown, Is.EqualTo($"""
            1. [jalan]
               Saya warga Loa Bakung. Jalan di depan pasar berlubang parah.
            2. [sampah]
               Saya warga Loa Bakung.
               Selain itu sampah di TPS tidak diangkut dua minggu.
            Setuju: ./gateway complaints split {number} --yes --version 2. Lain: ./gateway complaints split {number} --parts BERKAS --version 2 (bagian dipisah baris ---)

            """));
        Assert.That((await desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Held), "nothing is done by looking");
    }

    [Test]
    public async Task PartsStandHeldAndKeepTheirReporter()
    {
        var number = await desk.PostAsync(Two);

        Assert.That((await desk.RunAsync("complaints", "split", number, "--yes", "--by", "Sari", "--reason", "dua dinas")).Exit, Is.Zero);

        var parts = await PartsAsync(number);
        Assert.That(parts.Select(part => part.State), Is.EqualTo(new[] { ComplaintState.Held, ComplaintState.Held }));
        Assert.That(parts.Select(part => part.Judul), Is.EqualTo(new[] { "Jalan di depan pasar berlubang parah", "sampah di TPS tidak diangkut dua minggu" }));
        Assert.That(parts.Select(part => part.Reporter).Distinct().Single(), Is.EqualTo((await desk.FindAsync(number)).Reporter).And.Not.Null);
        Assert.That(parts[0].Reasons[0].Code, Is.EqualTo("split-from"));
        Assert.That((await desk.RunAsync("complaints", "hold", number)).Exit, Is.EqualTo(1), "beside its parts it would be there twice");
        Assert.That((await desk.RunAsync("complaints", "release", parts[0].Number)).Exit, Is.Zero);
        Assert.That((await desk.RunAsync("complaints", "split", number, "--undo")).Exit, Is.EqualTo(1), "a part has left");
    }

    [Test]
    public async Task ASplitTakenBackLeavesTheWholeAsItWas()
    {
        var number = await desk.PostAsync(Two);
        await desk.RunAsync("complaints", "split", number, "--yes");
        var parts = await PartsAsync(number);

        Assert.That((await desk.RunAsync("complaints", "split", parts[1].Number, "--undo", "--reason", "ternyata satu")).Exit, Is.Zero);

        var whole = await desk.FindAsync(number);
        Assert.That(whole.State, Is.EqualTo(ComplaintState.Held));
        Assert.That(whole.Reasons.Select(reason => reason.Code), Is.EqualTo(new[] { "split-undone", "several-matters" }));
        Assert.That((await desk.FindAsync(parts[0].Number)).State, Is.EqualTo(ComplaintState.Discarded));
        Assert.That((await desk.RunAsync("complaints", "hold", parts[0].Number)).Exit, Is.EqualTo(1));
        Assert.That((await desk.RunAsync("complaints", "split", number, "--yes")).Exit, Is.Zero, "it may be split again");
    }

    [Test]
    public async Task TheOfficerMaySplitInHisOwnWay()
    {
        var number = await desk.PostAsync("""{"isi":"Halte di depan pasar rusak dan kucing saya hilang.","nama":"Dewi Contoh"}""");
        await desk.RunAsync("complaints", "hold", number);
        var file = desk.Write("bagian.txt", "Halte di depan pasar rusak.\n---\nKucing saya hilang.\n");

        Assert.That((await desk.RunAsync("complaints", "split", number)).Exit, Is.EqualTo(1), "it does not read as several");
        Assert.That((await desk.RunAsync("complaints", "split", number, "--parts", file)).Exit, Is.EqualTo(2), "which version was read is not said");
        Assert.That((await SplitAsync(number, file)).Exit, Is.EqualTo(1), "'dan' is in no part");
        Assert.That((await SplitAsync(number, file, "--yes")).Exit, Is.Zero);
        Assert.That((await PartsAsync(number)).Select(part => part.Isi), Is.EqualTo(new[] { "Halte di depan pasar rusak.", "Kucing saya hilang." }));
    }

    [Test]
    public async Task WhatOnePersonSentInTwoPiecesIsJoinedAndTakenApartAgain()
    {
        var one = await HeldAsync("""{"isi":"Lampu jalan di Jl. Anggrek mati.","hp":"0811-0000-0001"}""");
        var other = await HeldAsync("""{"isi":"Tiangnya juga miring, di depan nomor 12.","hp":"0811-0000-0001"}""");
        var stranger = await HeldAsync("""{"isi":"Lampu jalan di Jl. Anggrek mati sekali.","hp":"0811-0000-0002"}""");

        Assert.That((await desk.RunAsync("complaints", "join", one, stranger)).Exit, Is.EqualTo(1), "two persons are two complaints");
        Assert.That((await desk.RunAsync("complaints", "join", other, one)).Exit, Is.Zero);

        var whole = (await PartsAsync(one)).Single();
        Assert.That(whole.Isi, Is.EqualTo("Lampu jalan di Jl. Anggrek mati.\n\nTiangnya juga miring, di depan nomor 12."));
        Assert.That((whole.State, (await desk.FindAsync(one)).State, (await desk.FindAsync(other)).State), Is.EqualTo((ComplaintState.Held, ComplaintState.Discarded, ComplaintState.Discarded)));

        Assert.That((await desk.RunAsync("complaints", "join", whole.Number, "--undo")).Exit, Is.Zero);
        Assert.That(((await desk.FindAsync(whole.Number)).State, (await desk.FindAsync(one)).State, (await desk.FindAsync(other)).State), Is.EqualTo((ComplaintState.Discarded, ComplaintState.Held, ComplaintState.Held)));
    }

    [Test]
    public async Task ShowNamesWhatStandsInItsPlace()
    {
        var number = await desk.PostAsync(Two);
        await desk.RunAsync("complaints", "split", number, "--yes");
        var parts = await PartsAsync(number);

        var shown = JsonNode.Parse((await desk.RunAsync("complaints", "show", number, "--json")).Output)!;
        var part = JsonNode.Parse((await desk.RunAsync("complaints", "show", parts[0].Number, "--json")).Output)!;

        Assert.That(shown["replacedBy"]!.AsArray().Select(kin => (string?)kin), Is.EqualTo(parts.Select(row => row.Number)));
        Assert.That((string?)part["replaces"]![0], Is.EqualTo(number));
    }

    [Test]
    public async Task WhatCameAfterTheOfficerReadIsNotSplitAway()
    {
        var number = await desk.PostAsync(Two);
        var file = desk.Write("bagian.txt", "Saya warga Loa Bakung. Jalan di depan pasar berlubang parah.\n---\nSelain itu sampah di TPS tidak diangkut dua minggu.\n");
        await desk.RunAsync("complaints", "edit", number, "--answer", desk.Write("jawaban.txt", "Dua orang jatuh kemarin."));

        var (exit, said) = await desk.RunAsync("complaints", "split", number, "--parts", file, "--version", "2");

        Assert.That((exit, (await desk.FindAsync(number)).State), Is.EqualTo((1, ComplaintState.Held)), said);
        Assert.That((await SplitAsync(number, file)).Output, Does.Contain("orang, jatuh, kemarin"));
    }

    [Test]
    public async Task APartThatGrewIsNotTakenBack()
    {
        var number = await desk.PostAsync(Two);
        await desk.RunAsync("complaints", "split", number, "--yes");
        var parts = await PartsAsync(number);
        await desk.RunAsync("complaints", "edit", parts[0].Number, "--answer", desk.Write("jawaban.txt", "Dua orang jatuh kemarin."));

        var (exit, said) = await desk.RunAsync("complaints", "split", number, "--undo");

        Assert.That((exit, said), Is.EqualTo((1, $"{number}: tidak dapat dibatalkan; {parts[0].Number} sudah bertambah isi. Salin tambahannya dulu, atau biarkan terpecah.\n")));
    }

    [Test]
    public async Task OfTwoJoinsOnlyTheOneThatStandsIsTakenBack()
    {
        var (one, other, third) = (await HeldAsync(Of(1)), await HeldAsync(Of(2)), await HeldAsync(Of(3)));
        await desk.RunAsync("complaints", "join", one, other);
        await desk.RunAsync("complaints", "join", one, "--undo");
        await desk.RunAsync("complaints", "discard", other, "--reason", "bukan laporan");
        await desk.RunAsync("complaints", "join", one, third);

        Assert.That((await desk.RunAsync("complaints", "join", one, "--undo")).Exit, Is.Zero);

        Assert.That(((await desk.FindAsync(one)).State, (await desk.FindAsync(other)).State, (await desk.FindAsync(third)).State), Is.EqualTo((ComplaintState.Held, ComplaintState.Discarded, ComplaintState.Held)));

        static string Of(int tiang) => $$"""{"isi":"Lampu jalan di Jl. Anggrek tiang nomor {{tiang}} mati.","hp":"0811-0000-0001"}""";
    }

    [Test]
    public async Task TwoUnknownWritersAreNotJoined()
    {
        var (one, other) = (await HeldAsync("""{"isi":"Lampu jalan di Jl. Anggrek mati."}"""), await HeldAsync("""{"isi":"Tiang lampu di Jl. Anggrek miring."}"""));
        Assert.That((await desk.RunAsync("complaints", "join", one, other)).Exit, Is.EqualTo(1));
    }

    [Test]
    public async Task TheSameWordsAgainAreKnownAfterAJoinAndAfterAnEdit()
    {
        var (one, other) = (await MailedAsync("Lampu jalan di Jl. Anggrek mati sejak Senin.", 1), await MailedAsync("Tiang lampu di Jl. Anggrek juga miring.", 2));
        await desk.RunAsync("complaints", "join", one, other);
        var again = await MailedAsync("Lampu jalan di Jl. Anggrek mati sejak Senin.", 3);
        var edited = await MailedAsync("Trotoar di Jl. Mawar rusak berat.", 4);
        await desk.RunAsync("complaints", "edit", edited, "--set", "kategori=JALAN");
        var repeated = await MailedAsync("Trotoar di Jl. Mawar rusak berat.", 5);

        Assert.That((await desk.FindAsync(again)).Reasons.Select(reason => reason.Code), Does.Contain("same-content"));
        Assert.That((await desk.FindAsync(repeated)).Reasons.Select(reason => reason.Code), Does.Contain("same-content"));
    }

    [Test]
    public async Task WhatWasToBeLookedAtStaysToBeLookedAt()
    {
        var number = await desk.PostAsync(Two);
        await desk.RunAsync("complaints", "ask", number, "--about", "foto");

        await desk.RunAsync("complaints", "split", number, "--yes");

        var parts = await PartsAsync(number);
        Assert.That(parts.Select(part => part.Reasons.Any(reason => reason.Code == "waiting-for-reporter")), Is.All.True);
        Assert.That((await desk.RunAsync("complaints", "list", "--waiting")).Output, Does.Contain(parts[0].Number).And.Contain(parts[1].Number));
        await desk.RunAsync("complaints", "split", number, "--undo");
        Assert.That((await desk.RunAsync("complaints", "list", "--waiting")).Output, Does.Contain(number));
    }

    [Test]
    public async Task ALookAtTheProposalOfASupervisedOneIsAnEvent()
    {
        var number = await desk.PostAsync("""{"isi":"Petugas loket minta uang 50 ribu tanpa kuitansi. Selain itu jalan di depan kantor berlubang parah."}""");

        Assert.That((await desk.RunAsync("complaints", "split", number)).Exit, Is.EqualTo(1));
        await desk.RunAsync("complaints", "split", number, "--penelaah", "Hadi");

        Assert.That((await desk.House.Ledger.EventsAsync(number, CancellationToken.None))[^1].Kind, Is.EqualTo("supervised-viewed"));
    }

    [Test]
    public async Task HalfANumberIsNeverATitle()
    {
        var number = await HeldAsync("""{"isi":"Lampu mati.","hp":"0811-0000-0001"}""");
        const string Text = "isi=Lampu jalan depan pasar Segiri mati total mohon ditinjau, NIK saya 6471 0512 0190 0001 ya";
        Assert.That((await VersionedAsync(number, ["complaints", "edit", number, "--set", Text, "--set", "judul="])).Exit, Is.Zero);
        Assert.That((await desk.FindAsync(number)).Judul, Does.Not.Contain("6471"));
    }

    private async Task<string> MailedAsync(string isi, int id)
    {
        var mail = $"From: Dewi Contoh <dewi@contoh.example>\nTo: dishub@kaltim.example\nSubject: Laporan\nMessage-ID: <{id}@contoh.example>\nDate: Mon, 9 Nov 2026 09:0{id}:00 +0800\n\n{isi}\n";
        var number = (await desk.MailAsync(mail)).Items.Single().Numbers.Single();
        await desk.RunAsync("complaints", "hold", number);
        return number;
    }

    private Task<(int Exit, string Output)> SplitAsync(string number, string file, params string[] more) => VersionedAsync(number, ["complaints", "split", number, "--parts", file, .. more]);

    private async Task<(int Exit, string Output)> VersionedAsync(string number, string[] line) =>
        await desk.RunAsync([.. line, "--version", $"{(await desk.FindAsync(number)).Version}"]);

    private async Task<string> HeldAsync(string json)
    {
        var number = await desk.PostAsync(json);
        await desk.RunAsync("complaints", "hold", number);
        return number;
    }

    private async Task<IReadOnlyList<ComplaintRow>> PartsAsync(string number)
    {
        var parts = new List<ComplaintRow>();
        foreach (var kin in await desk.House.Ledger.LineageAsync(number, CancellationToken.None)) if (kin.Parent == number && !kin.Undone) parts.Add(await desk.FindAsync(kin.Child));
        return parts;
    }
}
