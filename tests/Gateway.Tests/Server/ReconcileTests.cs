using System.Text.Json.Nodes;
using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Server;

/// <summary><c>gateway reconcile</c>: a list from the centre's pages settles what nobody knew, and tells what is there twice or missing.</summary>
internal sealed partial class ReconcileTests
{
    // A day after the attempts of Some: everything may be settled.
    private readonly FakeTimeProvider clock = new(Some.Noon.AddDays(1));

    private DeskHouse desk = null!;

    [SetUp]
    public async Task Open() => (desk, posts) = (await DeskHouse.OpenAsync(clock), 0);

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [TestCase(false)]
    [TestCase(true)]
    public async Task ComparesBothWaysAndSettlesAfterAPreview(bool isWorkbook)
    {
        var agreed = await EndedAsync(AttemptOutcome.Done, ComplaintState.Delivered, "7000001");
        var arrived = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);
        var absent = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);
        var typed = await PostAsync();
        var moved = await EndedAsync(AttemptOutcome.Done, ComplaintState.Delivered, "7000005");
        var twice = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);
        var quoted = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);
        var foreign = TrackingNumber.New(desk.House.Identifiers);
        string[] rows =
        [
            "Daftar laporan per 12 Mei 2026",
            "No|ID|Judul|Isi",
            $"1|7000001|Lampu|{Sent(agreed)}",
            $"2|#7000002|Lampu|{Sent(arrived)}",
            $"3|7000004|Lampu|{Sent(typed)}",
            $"4|7000006|Lampu|{Sent(moved)}",
            $"5|7000007|Lampu|{Sent(twice)}",
            $"6|7000008|Lampu|{Sent(twice)}",
            $"7|7000009|Lampu|mengutip {TrackingNumber.Marker(quoted)} di tengah kalimat, lalu\n{TrackingNumber.Marker(foreign)}",
            "8|belum ada|Lampu|tanpa nomor",
        ];
        var file = isWorkbook ? Workbook(new XlsxFile().Sheet("Daftar", rows)) : desk.Write("daftar.csv", string.Join('\n', rows.Select(row => string.Join(';', row.Split('|').Select(cell => $"\"{cell}\"")))));

        var (exit, preview) = await desk.RunAsync("reconcile", file, "--json");

        Assert.That(exit, Is.EqualTo(1));
        var told = JsonNode.Parse(preview)!;
        Assert.That(((int)told["rows"]!, (int)told["unread"]!, (int)told["agreed"]!), Is.EqualTo((7, 1, 1)), preview);
        Assert.That((Numbers(told["arrived"]!), Numbers(told["unexpected"]!), Numbers(told["otherNumber"]!)), Is.EqualTo((arrived, typed, moved)));
        Assert.That((Numbers(told["doubled"]!), Numbers(told["notOurs"]!), (string?)told["notSeen"]![0]), Is.EqualTo((twice, foreign, absent)), preview);
        Assert.That(Numbers(told["alike"]!), Is.EqualTo(quoted), "whose number stands in the list is not absent");
        Assert.That((await desk.FindAsync(arrived)).State, Is.EqualTo(ComplaintState.Unknown), "a preview settles nothing");

        var (_, said) = await desk.RunAsync("reconcile", file, "--yes", (string)told["digest"]!, "--by", "Rina", "--reason", "daftar admin 12 Mei");

        Assert.That(said, Does.Contain(arrived).And.Contain("7000002"));
        var row = await desk.FindAsync(arrived);
        Assert.That((row.State, row.CentralId), Is.EqualTo((ComplaintState.Delivered, "7000002")));
        Assert.That((await desk.FindAsync(absent)).State, Is.EqualTo(ComplaintState.Unknown), "a list that is not said to be whole proves no absence");
        Assert.That((await desk.FindAsync(twice)).State, Is.EqualTo(ComplaintState.Unknown), "which of two it is, a person decides");
    }

    [Test]
    public async Task WhatAWholeListDoesNotHaveGoesBackToTheQueueOnlyIfItIsTakenLateEnough()
    {
        var absent = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);
        var delivered = await EndedAsync(AttemptOutcome.Done, ComplaintState.Delivered, "7000001");
        var file = desk.Write("daftar.csv", $"id,judul,isi\n7000001,Lampu,{TrackingNumber.Marker(delivered)}\n7000099,Lain,tanpa\n");

        var (_, early) = await SettleAsync(file, "--whole", "2026-05-11 12:20");
        Assert.That((await desk.FindAsync(absent)).State, Is.EqualTo(ComplaintState.Unknown), early);
        Assert.That(early, Does.Contain("terlalu dini").And.Not.Contain("Tidak ada di pusat"));

        var (exit, late) = await SettleAsync(file, "--whole", "2026-05-12 08:00");

        Assert.That(exit, Is.Zero, late);
        Assert.That((await desk.FindAsync(absent)).State, Is.EqualTo(ComplaintState.Queued));
    }

    [Test]
    public async Task WhatWasSentAfterTheListOrJustBeforeItIsNotProposedAsAbsent()
    {
        var absent = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);
        var after = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown, begun: Some.Noon.AddHours(21).AddSeconds(1));
        var before = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown, begun: Some.Noon.AddHours(19).AddMinutes(50));
        var delivered = await EndedAsync(AttemptOutcome.Done, ComplaintState.Delivered, "7000001");
        var file = desk.Write("daftar.csv", $"id,isi\n7000001,{TrackingNumber.Marker(delivered)}\n");

        var told = JsonNode.Parse((await desk.RunAsync("reconcile", file, "--whole", "2026-05-12 08:00", "--json")).Output)!;
        var shown = (await desk.RunAsync("reconcile", file, "--whole", "2026-05-12 08:00")).Output;
        var (exit, said) = await SettleAsync(file, "--whole", "2026-05-12 08:00");

        Assert.That(told["tooSoon"]!.AsArray().Select(number => (string?)number), Is.EquivalentTo(new[] { after, before }), shown);
        var proposed = shown[..shown.IndexOf("(2)", StringComparison.Ordinal)];
        Assert.That(proposed, Does.Contain("Tidak ada di pusat (1)").And.Contain(absent).And.Not.Contain(after).And.Not.Contain(before));
        Assert.That(shown, Does.Contain("paling cepat 2026-05-12 10:01 WITA"), "an hour after the later one, and never a moment too soon");
        Assert.That(exit, Is.EqualTo(1), said);
        Assert.That((await desk.FindAsync(absent)).State, Is.EqualTo(ComplaintState.Queued));
        foreach (var number in new[] { after, before }) Assert.That((await desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Unknown), said);
    }

    [TestCase("id,judul,isi\n7000099,Lain,LAIN\n", "2026-05-12 08:00", "sudah tersampaikan")]
    [TestCase("id,judul,isi\n7000001,Lampu,teks yang terpot\n7000098,Lain,LAIN\n", "2026-05-12 08:00", "terpotong")]
    [TestCase("id,judul,status\n7000099,Lain,Diproses\n", "2026-05-12 08:00", "tidak satu baris pun")]
    [TestCase("id,judul,isi\n7000001,Lampu,MARKER\nx,Lampu,tanpa nomor\n", "2026-05-12 08:00", "tanpa nomor pusat")]
    [TestCase("id,judul,isi\n7000001,Lampu,MARKER\n", "2027-05-12 08:00", "masa depan")]
    public async Task AListThatIsNotWholeSettlesNoAbsence(string list, string taken, string why)
    {
        var marked = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);
        var absent = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);
        var delivered = await EndedAsync(AttemptOutcome.Done, ComplaintState.Delivered, "7000001");
        var file = desk.Write("daftar.csv", list
            .Replace("MARKER", TrackingNumber.Marker(delivered), StringComparison.Ordinal).Replace("LAIN", TrackingNumber.Marker(marked), StringComparison.Ordinal));

        var (exit, said) = await SettleAsync(file, "--whole", taken);

        Assert.That((exit, (await desk.FindAsync(absent)).State), Is.EqualTo((1, ComplaintState.Unknown)), said);
        Assert.That(said, Does.Contain(why));
    }

    [TestCase("7000002;JUDUL;Diproses")]
    [TestCase("7000002;;<p>ISI</p> Lokasi: Kelurahan Melayu")]
    [TestCase("7000002;;Lampu jalan di Jl. Kartini tia… selengkapnya")]
    [TestCase("7000002;;Judul: laporan. NOMOR (Diproses)")]
    public async Task WhatAListMayShowWithoutItsMarkerIsNotAbsent(string row)
    {
        var unknown = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);
        var delivered = await EndedAsync(AttemptOutcome.Done, ComplaintState.Delivered, "7000001");
        var complaint = await desk.FindAsync(unknown);
        var written = row.Replace("JUDUL", complaint.Judul, StringComparison.Ordinal).Replace("ISI", complaint.Isi, StringComparison.Ordinal).Replace("NOMOR", unknown, StringComparison.Ordinal);
        // The delivered one is short enough to show its marker.
        var file = desk.Write("daftar.csv", $"id;judul;isi\n7000001;Lampu;{TrackingNumber.Marker(delivered)}\n{written}\n");

        var (exit, said) = await SettleAsync(file, "--whole", "2026-05-12 08:00");

        Assert.That((exit, (await desk.FindAsync(unknown)).State), Is.EqualTo((1, ComplaintState.Unknown)), said);
        Assert.That(said, Does.Contain($"{unknown}  #7000002"));
    }

    [Test]
    public async Task WhatWasDeliveredAfterTheListIsNotMissingInIt()
    {
        var absent = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);
        var listed = await EndedAsync(AttemptOutcome.Done, ComplaintState.Delivered, "7000001");
        await EndedAsync(AttemptOutcome.Done, ComplaintState.Delivered, "7000002", Some.Noon.AddHours(20));
        var file = desk.Write("daftar.csv", $"id,isi\n7000001,{TrackingNumber.Marker(listed)}\n");

        var (exit, said) = await SettleAsync(file, "--whole", "2026-05-12 08:00");

        Assert.That((exit, (await desk.FindAsync(absent)).State), Is.EqualTo((0, ComplaintState.Queued)), said);
    }

    [Test]
    public async Task AYesIsForWhatWasShown()
    {
        var arrived = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);
        var file = desk.Write("daftar.csv", $"id,isi\n7000001,\"{Sent(arrived)}\"\n");
        var digest = await DigestAsync(file);
        desk.Write("daftar.csv", $"id,isi\n7000009,\"{Sent(arrived)}\"\n");

        var bare = await desk.RunAsync("reconcile", file, "--yes", "--reason", "daftar admin");
        var stale = await desk.RunAsync("reconcile", file, "--yes", digest!, "--reason", "daftar admin");

        Assert.That((bare.Exit, stale.Exit, (await desk.FindAsync(arrived)).State), Is.EqualTo((1, 1, ComplaintState.Unknown)), bare.Output + stale.Output);
        Assert.That(stale.Output, Does.Contain("Tidak ada yang diputuskan").And.Contain("#7000009").And.Contain($"--yes {await DigestAsync(file)}"));
    }

    [Test]
    public async Task WhatIsLeftToLookAtShowsInTheExitCodeAndAYesThatIsOverSettlesNothing()
    {
        var arrived = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);
        var typed = await PostAsync();
        var file = desk.Write("daftar.csv", $"id,isi\n7000001,\"{Sent(arrived)}\"\n7000002,\"{Sent(typed)}\"\n");
        var digest = (await DigestAsync(file))!;

        var done = await desk.RunAsync("reconcile", file, "--yes", digest, "--reason", "daftar admin");
        var again = await desk.RunAsync("reconcile", file, "--yes", digest, "--reason", "daftar admin");

        Assert.That((done.Exit, (await desk.FindAsync(arrived)).State), Is.EqualTo((1, ComplaintState.Delivered)), done.Output);
        Assert.That(done.Output, Does.Contain(typed).And.Not.Contain("ulangi dengan --yes"));
        Assert.That((again.Exit, again.Output.Contains($"Tidak ada yang diputuskan: --yes {digest}", StringComparison.Ordinal)), Is.EqualTo((1, true)), again.Output);
    }

    [Test]
    public async Task EachSheetOfAWorkbookIsReadFromItsOwnHeading()
    {
        var (one, other) = (await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown), await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown));
        var book = new XlsxFile()
            .Sheet("Januari", ["Daftar laporan", "per 12 Mei", "ID|Isi", $"7000001|{Sent(one)}"])
            .Sheet("Februari", ["Isi|ID", $"{Sent(other)}|7000002"]);

        var (_, preview) = await desk.RunAsync("reconcile", Workbook(book), "--json");
        var refused = await desk.RunAsync("reconcile", Workbook(book.Sheet("Maret", [$"7000003|{TrackingNumber.Marker(other)}"])));

        Assert.That(Numbers(JsonNode.Parse(preview)!["arrived"]!), Is.EqualTo($"{one} {other}"), preview);
        Assert.That(refused.Exit, Is.EqualTo(2), refused.Output);
        Assert.That(refused.Output, Does.Contain("[Maret]"));
    }

    [Test]
    public async Task AListThatBreaksOffIsNotRead()
    {
        var torn = Workbook(new XlsxFile().Sheet("Daftar", ["ID|Isi", "7000001|a"]).SheetXml("Lagi", "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row"));

        Assert.That((await desk.RunAsync("reconcile", torn)).Exit, Is.EqualTo(3));
    }

    [Test]
    public async Task AMarkerThatSomebodyQuotedSettlesNothing()
    {
        var (one, other) = (await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown), await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown));
        var file = desk.Write("daftar.csv", $"""
            id;isi;tindak lanjut
            9000001;Saya sudah lapor lewat dinas, {TrackingNumber.Marker(one)}, belum dijawab;
            9000002;{TrackingNumber.Marker(one)};digabung, lihat {TrackingNumber.Marker(other)}
            9000003;{TrackingNumber.Marker(one)};
            9000003;{TrackingNumber.Marker(other)};
            """);

        var (_, said) = await SettleAsync(file);

        foreach (var number in new[] { one, other }) Assert.That((await desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Unknown), said);
        Assert.That(said, Does.Contain("#9000002").And.Contain("#9000003").And.Contain("Tanda tidak jelas (3)"));
    }

    [Test]
    public async Task AMarkerUnderTheWordsOfAnotherSettlesNothing()
    {
        var unknown = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);
        var file = desk.Write("daftar.csv", $"id;judul;isi\n9000001;Pohon tumbang;Pohon tumbang menutup Gang Mawar. {TrackingNumber.Marker(unknown)}\n");

        var (_, said) = await SettleAsync(file, "--whole", "2026-05-12 08:00");

        Assert.That((await desk.FindAsync(unknown)).State, Is.EqualTo(ComplaintState.Unknown), said);
        Assert.That(said, Does.Contain("#9000001").And.Contain("Tanda tidak jelas (1)"));
    }

    [TestCase("reconcile")]
    [TestCase("unknown settle --not-delivered --reason x --file")]
    public async Task OnlyAnOrdinaryFileOfSensibleSizeIsRead(string command)
    {
        var huge = desk.PathOf("besar.csv");
        await using (var file = new FileStream(huge, FileMode.CreateNew)) file.SetLength((32 << 20) + 1);
        var pipe = desk.PathOf("pipa.csv");
        await OutsideProgram.RunAsync("mkfifo", "coreutils", "", pipe);

        foreach (var (path, told) in new[] { (huge, "32"), (pipe, "bukan berkas biasa") })
        {
            var (exit, said) = await Task.Run(() => desk.RunAsync([.. command.Split(' '), path])).WaitAsync(TimeSpan.FromSeconds(20));
            Assert.That((exit, said.Contains(told, StringComparison.Ordinal)), Is.EqualTo((3, true)), said);
        }
    }

    [Test]
    public async Task WhatCannotBeComparedIsSaid()
    {
        var file = desk.Write("daftar.csv", "Kode;Judul\nA1;Lampu\n");

        Assert.That((await desk.RunAsync("reconcile", file)).Exit, Is.EqualTo(2));
        Assert.That((await desk.RunAsync("reconcile", file)).Output, Does.Contain("--id"));
        Assert.That((await desk.RunAsync("reconcile", file, "--id", "Kode")).Exit, Is.Zero);
        Assert.That((await desk.RunAsync("reconcile", desk.Write("dua.csv", "ID;Nomor Laporan;Isi\n1;7000001;a\n"))).Output, Does.Contain("--id"), "either may be a running number");
        Assert.That((await desk.RunAsync("reconcile", desk.PathOf("tidak-ada.csv"))).Exit, Is.EqualTo(3));
        Assert.That((await desk.RunAsync("reconcile", file, "--id", "Kode", "--whole", "kemarin")).Exit, Is.EqualTo(2));
        Assert.That((await desk.RunAsync("reconcile", file, "--destination", "lain")).Exit, Is.EqualTo(1));
    }
}
