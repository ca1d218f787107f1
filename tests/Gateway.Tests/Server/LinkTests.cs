using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>Officers link complaints, send on what came later, and decide about tasks.</summary>
internal sealed class LinkTests
{
    private DeskHouse desk = null!;

    [SetUp]
    public async Task Open() => desk = await DeskHouse.OpenAsync();

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task AFollowUpWaitsForTheFirstAndCanBeTakenBack()
    {
        var (first, second) = await TwoAsync();
        var (exit, said) = await RunAsync("complaints", "link", second, first, "--as", "followup", "--by", "Rina");

        Assert.That(exit, Is.Zero, said);
        var task = (await TasksAsync(first)).Single();
        Assert.That((task.State, task.Origin, (await desk.FindAsync(second)).State), Is.EqualTo((TaskState.Waiting, second, ComplaintState.Duplicate)));
        Assert.That((await RunAsync("tasks", "drop", task.Name, "--reason", "keliru")).Output, Does.Contain($"complaints hold {second}"), "its words would be lost");
        Assert.That((await RunAsync("tasks", "list")).Output, Does.Not.Contain(task.Name), "it waits for nobody");
        Assert.That((await RunAsync("tasks", "show", task.Name)).Output, Does.Contain("Lubangnya makin lebar").And.Contain($"No. pelacakan: {second}").And.Not.Contain("0811"));

        Assert.That((await RunAsync("complaints", "hold", second)).Exit, Is.Zero);
        Assert.That(((await TasksAsync(first)).Single().State, (await desk.FindAsync(second)).State), Is.EqualTo((TaskState.Dropped, ComplaintState.Held)));
    }

    [Test]
    public async Task AFollowUpThatIsAtTheCentreCannotBeTakenBack()
    {
        var (first, second) = await TwoAsync();
        await RunAsync("complaints", "link", second, first, "--as", "followup");
        await RunAsync("tasks", "settle", first + ".1", "--done", "--reason", "diketik sendiri");

        var (exit, said) = await RunAsync("complaints", "hold", second);
        Assert.That(exit, Is.EqualTo(1), said);
        Assert.That(said, Does.Contain("dua kali"));
        Assert.That((await desk.FindAsync(second)).State, Is.EqualTo(ComplaintState.Duplicate));
    }

    [Test]
    public async Task ARelatedOneThatIsHeldIsNotSaidToGo()
    {
        var (first, second) = await TwoAsync();
        await RunAsync("complaints", "hold", second);

        var said = (await RunAsync("complaints", "link", second, first, "--as", "related")).Output;

        Assert.That(said, Does.Contain($"{second} masih ditahan; lepaskan dahulu").And.Not.Contain("keduanya diteruskan").And.Not.Contain($"{first} masih ditahan"));
    }

    [Test]
    public async Task AFollowUpIsSaidToGoAtOnceAndForGood()
    {
        var (first, second) = await TwoAsync();

        Assert.That((await RunAsync("complaints", "link", second, first, "--as", "followup")).Output, Does.Contain("Sesudah terkirim tidak dapat dibatalkan"));
    }

    [Test]
    public async Task ADuplicateIsNotMadeARelatedOne()
    {
        var (first, second) = await TwoAsync();
        await RunAsync("complaints", "link", second, first, "--as", "duplicate");
        Assert.That((await RunAsync("complaints", "link", second, first, "--as", "related")).Output, Does.Contain("ganda"));
    }

    [Test]
    public async Task NothingIsRelatedToWhatIsItselfADuplicate()
    {
        var (first, second) = await TwoAsync();
        var third = await desk.PostAsync("""{"isi":"Lampu lalu lintas simpang Lembuswana mati sejak kemarin."}""");
        await RunAsync("complaints", "link", second, first, "--as", "duplicate");

        var (exit, said) = await RunAsync("complaints", "link", third, second, "--as", "related");

        Assert.That((exit, (await desk.FindAsync(third)).LinkTo), Is.EqualTo((1, (string?)null)), said);
        Assert.That(said, Does.Contain("masih berdiri").And.Contain(second));
    }

    [Test]
    public async Task ALinkOfTheGatesIsNotWrittenOver()
    {
        const string Told = "Lampu jalan di Jl. Kartini depan SDN 003 mati sejak Senin, gelap sekali.";
        var first = await desk.PostAsync($$"""{"isi":"{{Told}}"}""");
        var other = await desk.PostAsync("""{"isi":"Lampu lalu lintas simpang Lembuswana mati sejak kemarin."}""");
        var second = await desk.PostAsync($$"""{"isi":"{{Told}}","nama":"Budi Contoh"}""");
        Assert.That((await desk.FindAsync(second)).LinkTo, Is.EqualTo(first), "by the gates");
        var third = await desk.PostAsync("""{"isi":"Trotoar di Jl. Pahlawan rusak sejak Kamis, kursi roda tidak bisa lewat."}""");

        var (exit, said) = await RunAsync("complaints", "link", second, other, "--as", "related");
        Assert.That(exit, Is.EqualTo(1), said);

        Assert.That((await RunAsync("complaints", "link", third, other, "--as", "related")).Exit, Is.Zero);
        Assert.That((await RunAsync("complaints", "link", third, first, "--as", "related")).Exit, Is.Zero, "a person corrects what a person linked");
        Assert.That((await desk.FindAsync(third)).LinkTo, Is.EqualTo(first));
    }

    [TestCase("related")]
    [TestCase("duplicate")]
    [TestCase("followup")]
    public async Task WhatAccusesAnOfficeIsLinkedToNothingOrdinary(string how)
    {
        var first = await desk.PostAsync("""{"isi":"Jalan Slamet Riyadi berlubang di depan pasar."}""");
        var second = await desk.PostAsync("""{"isi":"Petugas loket minta uang 50 ribu tanpa kuitansi."}""");
        await RunAsync("complaints", "hold", second, "--penelaah", "Hadi");

        var (exit, said) = await RunAsync("complaints", "link", second, first, "--as", how, "--penelaah", "Hadi");
        Assert.That((exit, said.Contains("Penelaah Pengawasan", StringComparison.Ordinal)), Is.EqualTo((1, true)), said);
        Assert.That((await desk.FindAsync(second)).LinkTo, Is.Null);
    }

    [Test]
    public async Task ALinkGoesToAnEarlierOneThatStands()
    {
        var (first, second) = await TwoAsync();
        Assert.That((await RunAsync("complaints", "link", first, second, "--as", "duplicate")).Output, Does.Contain("tukar"));
        Assert.That((await RunAsync("complaints", "link", second, second, "--as", "related")).Exit, Is.EqualTo(1));
        Assert.That((await RunAsync("complaints", "link", second, "G000-0000-0000-00", "--as", "related")).Exit, Is.Not.Zero);
        Assert.That((await RunAsync("complaints", "link", second, first)).Exit, Is.EqualTo(2), "how is asked for");

        await RunAsync("complaints", "discard", first, "--reason", "uji");
        Assert.That((await RunAsync("complaints", "link", second, first, "--as", "followup")).Output, Does.Contain("masih berdiri"));
    }

    [Test]
    public async Task WhatIsTheSameAsADiscardedOneComesBack()
    {
        var (first, second) = await TwoAsync();
        Assert.That((await RunAsync("complaints", "link", second, first, "--as", "duplicate")).Exit, Is.Zero);
        await RunAsync("complaints", "discard", first, "--reason", "uji");

        var back = await desk.FindAsync(second);
        Assert.That((back.State, back.Reasons[0].Code), Is.EqualTo((ComplaintState.Held, "original-discarded")));
    }

    [Test]
    public async Task RelatedOnesBothStayAndTheLaterNamesTheEarlier()
    {
        var (first, second) = await TwoAsync();
        Assert.That((await RunAsync("complaints", "link", first, second, "--as", "related")).Exit, Is.Zero);
        Assert.That(((await desk.FindAsync(second)).LinkTo, (await desk.FindAsync(first)).LinkTo), Is.EqualTo((first, (string?)null)));
        Assert.That((await RunAsync("complaints", "show", second)).Output, Does.Contain(first));
    }

    [Test]
    public async Task AComparisonShowsBothTextsMasked()
    {
        var first = await desk.PostAsync("""{"isi":"Jalan Slamet Riyadi berlubang di depan pasar. Mohon bantuannya."}""");
        var second = await desk.PostAsync("""{"isi":"Tolong, jalan Slamet Riyadi berlubang di depan pasar.\nHubungi 0811-0000-0002."}""");

        var (exit, said) = await RunAsync("complaints", "compare", first, second);

        Assert.That(exit, Is.Zero, said);
        Assert.That(said, Does.Contain("menurut kata-kata yang ditimbang").And.Contain($"Isi {first}:\n  Jalan Slamet Riyadi berlubang di depan pasar. Mohon bantuannya.\n"));
        Assert.That(said, Does.Contain($"Isi {second}:\n  Tolong, jalan Slamet Riyadi berlubang di depan pasar.\n  Hubungi [").And.Not.Contain("0811"));
    }

    [Test]
    public async Task WhatIsCountedWithAComplaintIsToldWhereItIsShownAndListed()
    {
        var (first, second) = await TwoAsync();
        Assert.That((await RunAsync("complaints", "show", first)).Output, Does.Not.Contain("lainnya"));
        await RunAsync("complaints", "link", second, first, "--as", "related");
        Assert.That((await RunAsync("complaints", "show", first, "--lang", "en")).Output, Does.Contain($"1 other: {second}"));
        var third = await desk.PostAsync("""{"isi":"Lubang di depan pasar itu sudah memakan korban."}""");
        await RunAsync("complaints", "link", third, first, "--as", "related");

        Assert.That((await RunAsync("complaints", "show", first)).Output, Does.Contain($"2 lainnya: {second}, {third}"));
        Assert.That((await RunAsync("complaints", "show", first, "--lang", "en")).Output, Does.Contain($"2 others: {second}, {third}"));
        Assert.That((await RunAsync("complaints", "show", first, "--json")).Output, Does.Contain($"\"linkedFrom\":[\"{second}\",\"{third}\"]"));
        var listed = (await RunAsync("complaints", "list", "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(listed.Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!).ToDictionary(line => $"{line["number"]}", line => (int)line["linked"]!),
            Is.EqualTo(new Dictionary<string, int> { [first] = 2, [second] = 0, [third] = 0 }));

        // That there is one which accuses is nothing for every officer.
        await desk.DamageAsync($"UPDATE complaints SET supervised = 1 WHERE number = '{third}'");
        Assert.That((await RunAsync("complaints", "show", first)).Output, Does.Contain($"1 lainnya: {second}").And.Not.Contain(third));
        Assert.That((await RunAsync("complaints", "show", first, "--penelaah", "Hadi")).Output, Does.Contain("2 lainnya"));
    }

    [Test]
    public async Task WhatCameAfterAComplaintHadLeftIsShownMaskedAndSentOrNoted()
    {
        var first = (await desk.MailAsync("""
            From: Budi Contoh <budi.contoh@warga.example>
            To: pengaduan@dishub.example
            Subject: Jalan Kartini berlubang
            Message-ID: <susulan-1@warga.example>
            Date: Tue, 12 May 2026 09:00:00 +0800
            Content-Type: text/plain; charset=utf-8

            Jalan Kartini di depan pasar berlubang sejak bulan lalu, mohon ditambal.
            """)).Items.Single().Numbers.Single();
        await RunAsync("complaints", "release", first);
        await desk.MailAsync("""
            From: Budi Contoh <budi.contoh@warga.example>
            To: pengaduan@dishub.example
            Subject: Re: Jalan Kartini berlubang
            Message-ID: <susulan-2@warga.example>
            In-Reply-To: <susulan-1@warga.example>
            Date: Wed, 13 May 2026 09:00:00 +0800
            Content-Type: text/plain; charset=utf-8

            Tambahan: kemarin sudah dua motor jatuh di sana. Hubungi saya 0811-0000-0009.
            """);
        Assert.That((await desk.FindAsync(first)).State, Is.EqualTo(ComplaintState.Queued));
        var list = (await RunAsync("complaints", "followups", "list")).Output;
        Assert.That(list, Does.Contain(first), "the reply follows the first");
        var id = list.Split("  ")[0];

        Assert.That((await RunAsync("complaints", "followups", "show", id)).Output, Does.Contain("dua motor jatuh").And.Contain("[disamarkan]").And.Not.Contain("0811"));
        Assert.That((await RunAsync("complaints", "followups", "done", id)).Exit, Is.EqualTo(1), "a reason is asked for");
        var (exit, said) = await RunAsync("complaints", "followups", "send", id, "--by", "Rina");
        Assert.That(exit, Is.Zero, said);
        Assert.That((await RunAsync("complaints", "followups", "list")).Output, Does.Not.Contain(id));
        Assert.That((await RunAsync("complaints", "followups", "send", id)).Exit, Is.EqualTo(1), "once is enough");
        var task = (await desk.House.Ledger.TasksInAsync([TaskState.Waiting], 10, CancellationToken.None)).Single();
        Assert.That((await RunAsync("tasks", "show", task.Name)).Output, Does.Contain($"No. pelacakan: {task.Name}"));

        Assert.That((await RunAsync("tasks", "drop", task.Name)).Exit, Is.EqualTo(1), "a reason is asked for");
        Assert.That((await RunAsync("tasks", "drop", task.Name, "--reason", "sudah ditelepon")).Exit, Is.Zero);
    }

    [Test]
    public async Task AHandOnNamesAnInstitutionThatIsKnown()
    {
        var (first, _) = await TwoAsync();
        Assert.That((await RunAsync("complaints", "hand-on", first, "dinas-antah")).Output, Does.Contain("dinas-antah"));
        Assert.That((await RunAsync("complaints", "hand-on", first, "dlh")).Exit, Is.Zero);
        Assert.That((await TasksAsync(first)).Single().Origin, Is.EqualTo("102"));
        Assert.That((await RunAsync("complaints", "hand-on", first, "101")).Exit, Is.EqualTo(1), "one at a time");
        Assert.That((await RunAsync("tasks", "settle", first + ".1", "--not-done", "--reason", "uji")).Exit, Is.EqualTo(1), "it is not in doubt");
        Assert.That((await RunAsync("tasks", "settle", first + ".1")).Exit, Is.EqualTo(2));
        Assert.That((await RunAsync("tasks", "settle", first + ".9", "--done", "--reason", "uji")).Exit, Is.EqualTo(1));
    }

    [Test]
    public async Task WhereAPersonTypesNothingIsReplayedAndAllIsListed()
    {
        await desk.DisposeAsync();
        desk = await DeskHouse.OpenAsync(destination: "{key: default, kind: manual}");
        var (first, _) = await TwoAsync();
        await RunAsync("complaints", "hand-on", first, "101");
        var task = (await TasksAsync(first)).Single();
        Assert.That(task.State, Is.EqualTo(TaskState.Parked));
        Assert.That((await RunAsync("tasks", "replay", task.Name, "--reason", "uji")).Output, Does.Contain("diketik dengan tangan"));

        await desk.DamageAsync("UPDATE tasks SET state = 'waiting', due = 1");
        Assert.That((await RunAsync("tasks", "list")).Output, Does.Contain(task.Name), "it was started when the destination was another");
        await desk.DamageAsync("UPDATE tasks SET state = 'unknown', doubt_since = 1");
        Assert.That((await RunAsync("tasks", "settle", task.Name, "--not-done", "--reason", "uji")).Exit, Is.Zero);
        Assert.That(((await TasksAsync(first)).Single().State, (await TasksAsync(first)).Single().Due), Is.EqualTo((TaskState.Parked, (DateTimeOffset?)null)));
    }

    private async Task<(string First, string Second)> TwoAsync()
    {
        var first = await desk.PostAsync("""{"isi":"Jalan Slamet Riyadi berlubang di depan pasar."}""");
        var second = await desk.PostAsync("""{"isi":"Lubangnya makin lebar, hubungi saya 0811-0000-0002."}""");
        await RunAsync("complaints", "hold", second);
        return (first, second);
    }

    private Task<(int Exit, string Output)> RunAsync(params string[] args) => desk.RunAsync(args);

    private Task<IReadOnlyList<TaskRow>> TasksAsync(string number) => desk.House.Ledger.TasksAsync(number, CancellationToken.None);
}
