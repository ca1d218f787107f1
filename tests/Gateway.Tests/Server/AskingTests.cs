using System.Text.Json.Nodes;
using Gateway.Contracts.Intake;
using Gateway.Core.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Server;

/// <summary>Asking back: the complaint waits for its reporter, whose answer completes it; overdue it stays where it is.</summary>
internal sealed class AskingTests
{
    private const string First = "11/11/26 08.00 - +62 811-0000-0009: Lampu jalan mati pak, gelap sekali, tolong diperbaiki\n";

    // A Wednesday; 10 working days later is Wednesday 25 November.
    private static readonly DateTimeOffset Asked = new(2026, 11, 11, 9, 0, 0, TimeSpan.FromHours(8));

    private FakeTimeProvider clock = null!;
    private DeskHouse desk = null!;

    [SetUp]
    public async Task Open()
    {
        clock = new FakeTimeProvider(Asked);
        desk = await DeskHouse.OpenAsync(clock);
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task GivesAQuestionToCopyAboutWhatIsMissing()
    {
        var number = await HeldAsync();

        var (exit, said) = await desk.RunAsync("complaints", "ask", number, "--by", "Sari");

        Assert.That(exit, Is.Zero);
        Assert.That(said, Does.Contain($"laporan Anda dengan nomor {number}").And.Contain("- tempat kejadian").And.Contain("- tanggal kejadian").And.Contain("- apa yang terjadi"));
        Assert.That(said, Does.Contain("lewat waktu sesudah 2026-11-25"));
        var row = await desk.FindAsync(number);
        Assert.That((row.State, row.Reasons[0].Code, row.Reasons[0].Detail), Is.EqualTo((ComplaintState.Held, "waiting-for-reporter", "lokasi, tanggal, rincian")));
        Assert.That((await desk.House.Ledger.EventsAsync(number, CancellationToken.None))[^1], Has.Property("Kind").EqualTo("asked").And.Property("Actor").EqualTo("Sari"));
    }

    [Test]
    public async Task IsOverdueAfterTenWorkingDaysAndStaysHeld()
    {
        var number = await HeldAsync();
        await desk.RunAsync("complaints", "ask", number);

        clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 23, 59, 0, TimeSpan.FromHours(8)));
        Assert.That((await desk.RunAsync("complaints", "list", "--overdue")).Output, Does.Not.Contain(number));
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 26, 0, 1, 0, TimeSpan.FromHours(8)));

        var listed = JsonNode.Parse((await desk.RunAsync("complaints", "list", "--overdue", "--json")).Output)!;
        Assert.That(((string?)listed["number"], (string?)listed["state"], (string?)listed["answerDue"], (bool)listed["overdue"]!), Is.EqualTo((number, "held", "2026-11-25", true)));
        Assert.That((await desk.RunAsync("complaints", "list")).Output, Does.Contain("!! jawaban lewat waktu sejak 2026-11-25"));
    }

    [Test]
    public async Task AHolidayPutsTheDayOff()
    {
        clock.SetUtcNow(new DateTimeOffset(2026, 12, 21, 9, 0, 0, TimeSpan.FromHours(8)));
        var number = await HeldAsync();

        // 24 (joint leave) and 25 December are off; of 2027 nothing is known here.
        Assert.That((await desk.RunAsync("complaints", "ask", number)).Output, Does.Contain("lewat waktu sesudah 2027-01-06"));
        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain("!!  Hari libur 2027 belum ada"));
    }

    [Test]
    public async Task WhatTheReporterWritesNextInTheChatCompletesIt()
    {
        var number = (await desk.ChatAsync(First)).Items.SelectMany(item => item.Numbers).Single();
        await desk.RunAsync("complaints", "hold", number);
        await desk.RunAsync("complaints", "ask", number, "--about", "lokasi");
        clock.Advance(TimeSpan.FromDays(4));

        var receipt = await desk.ChatAsync(First + "14/11/26 10.00 - +62 811-0000-0009: Lokasinya di Jl. Anggrek depan nomor 12\n");

        var answer = receipt.Items.Single(item => item.Outcome == ItemOutcome.FollowUp);
        Assert.That(answer.Numbers, Is.EqualTo(new[] { number }));
        var row = await desk.FindAsync(number);
        Assert.That(row.Isi, Does.EndWith("\nLokasinya di Jl. Anggrek depan nomor 12"));
        Assert.That((row.State, row.Asked, row.Reasons[0].Code), Is.EqualTo((ComplaintState.Held, (DateTimeOffset?)Asked, "reporter-answered")));
        Assert.That((await desk.RunAsync("complaints", "list", "--waiting")).Output, Does.Not.Contain(number));
        Assert.That(row.Reasons.Select(reason => reason.Code), Does.Not.Contain("waiting-for-reporter"));
        Assert.That((await desk.RunAsync("complaints", "release", number)).Exit, Is.Zero);
    }

    [Test]
    public async Task ACorrectionOfTheAnswerFollowsItToo()
    {
        var number = (await desk.ChatAsync(First)).Items.SelectMany(item => item.Numbers).Single();
        await desk.RunAsync("complaints", "hold", number);
        await desk.RunAsync("complaints", "ask", number, "--about", "lokasi");
        clock.Advance(TimeSpan.FromDays(4));

        await desk.ChatAsync(First
            + "14/11/26 09.20 - +62 811-0000-0009: Lokasinya di Jl. Anggrek depan nomor 12\n"
            + "14/11/26 22.20 - +62 811-0000-0009: Maaf pak, yang benar Jl. Melati depan nomor 12\n");

        Assert.That(await desk.House.Ledger.ListAsync(new ComplaintQuery(), CancellationToken.None), Has.Count.EqualTo(1));
        Assert.That((await desk.FindAsync(number)).Isi, Does.Contain("Jl. Anggrek").And.Contain("Jl. Melati"));
    }

    [Test]
    public async Task ANameThatAChatShowsIsNobodysProof()
    {
        var number = (await desk.ChatAsync("11/11/26 08.00 - ~ Budi: Lampu jalan mati pak, gelap sekali, tolong diperbaiki\n", "Chat WhatsApp dengan RT 5.txt")).Items.SelectMany(item => item.Numbers).Single();
        await desk.RunAsync("complaints", "hold", number);
        await desk.RunAsync("complaints", "ask", number, "--about", "lokasi");
        clock.Advance(TimeSpan.FromDays(4));

        var other = (await desk.ChatAsync("14/11/26 10.00 - ~ Budi: Halte di Jl. Mawar rusak berat pak\n", "Chat WhatsApp dengan RT 9.txt")).Items.SelectMany(item => item.Numbers).Single();

        Assert.That(other, Is.Not.EqualTo(number));
        var row = await desk.FindAsync(other);
        Assert.That((row.State, row.Reasons.Any(reason => reason.Code == "may-answer")), Is.EqualTo((ComplaintState.Held, true)));
    }

    [Test]
    public async Task AnAccusationBehindWhatHasLeftIsAComplaintOfItsOwn()
    {
        const string Mail = "From: Dewi Contoh <dewi@contoh.example>\nTo: dishub@kaltim.example\nSubject: {0}\nMessage-ID: <{1}@contoh.example>\n{2}Date: Wed, 11 Nov 2026 09:0{1}:00 +0800\n\n{3}\n";
        var first = (await desk.MailAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, Mail, "Parkir", 1, "", "Parkir di Jl. Niaga menutup jalan, mohon ditertibkan."))).Items.Single().Numbers.Single();
        Assert.That((await desk.FindAsync(first)).State, Is.EqualTo(ComplaintState.Queued));

        var reply = (await desk.MailAsync(string.Format(
            System.Globalization.CultureInfo.InvariantCulture, Mail, "Re: Parkir", 2, "In-Reply-To: <1@contoh.example>\n", "Petugas parkir minta uang pungli 50 ribu."))).Items.Single();

        Assert.That(reply.Outcome, Is.EqualTo(ItemOutcome.Complaint));
        var row = await desk.FindAsync(reply.Numbers.Single());
        Assert.That((row.State, row.Supervised), Is.EqualTo((ComplaintState.Held, true)));
    }

    [Test]
    public async Task WhatSomebodyElseWritesDoesNot()
    {
        var number = (await desk.ChatAsync(First)).Items.SelectMany(item => item.Numbers).Single();
        await desk.RunAsync("complaints", "hold", number);
        await desk.RunAsync("complaints", "ask", number, "--about", "lokasi");
        clock.Advance(TimeSpan.FromDays(4));

        await desk.ChatAsync(First + "14/11/26 10.00 - +62 811-0000-0008: Jalan di Jl. Mawar berlubang besar\n");

        Assert.That((await desk.FindAsync(number)).Reasons[0].Code, Is.EqualTo("waiting-for-reporter"));
        Assert.That(await desk.House.Ledger.ListAsync(new ComplaintQuery(), CancellationToken.None), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task AnAnswerByPhoneIsTypedIn()
    {
        var number = await HeldAsync();
        await desk.RunAsync("complaints", "ask", number);

        Assert.That((await desk.RunAsync("complaints", "edit", number, "--answer", desk.Write("jawaban.txt", "Di Jl. Anggrek, NIK 6472010101010001.\n"), "--set", "lokasi=Jl. Anggrek", "--by", "Sari")).Exit, Is.Zero);

        var row = await desk.FindAsync(number);
        Assert.That((row.Asked, row.Reasons[0].Code), Is.EqualTo((null as DateTimeOffset?, "reporter-answered")));
        Assert.That(row.Isi, Does.Contain("Di Jl. Anggrek").And.Not.Contain("6472010101010001"));
        var shown = JsonNode.Parse((await desk.RunAsync("complaints", "show", number, "--json")).Output)!;
        Assert.That((string?)shown["contract"]!["lokasi"], Is.EqualTo("Jl. Anggrek"));
    }

    [Test]
    public async Task NoAnswerMakesAComplaintLongerThanOneMayBe()
    {
        var number = await HeldAsync();

        var (exit, said) = await desk.RunAsync("complaints", "edit", number, "--answer", desk.Write("jawaban.txt", new string('a', TextLimit.Characters)));

        Assert.That((exit, said), Is.EqualTo((1, $"{number}: isinya akan lebih panjang daripada yang diperbolehkan (65536 karakter). Pendekkan, lalu ulangi.{Environment.NewLine}")));
    }

    [Test]
    public async Task AnEditMendsAFieldAndRefusesWhatIsNone()
    {
        var number = await HeldAsync();

        Assert.That((await desk.RunAsync("complaints", "edit", number, "--set", "judul=Lampu jalan mati di Sambutan", "--set", "tanggalKejadian=2026-11-10")).Exit, Is.Zero);
        Assert.That((await desk.RunAsync("complaints", "edit", number, "--set", "tanggalKejadian=kemarin")).Exit, Is.EqualTo(1));
        Assert.That((await desk.RunAsync("complaints", "edit", number, "--set", "tanggalKejadian=12 November 2026")).Exit, Is.EqualTo(1), "that day has not come");
        Assert.That((await desk.RunAsync("complaints", "edit", number, "--set", "isi=Lain")).Exit, Is.EqualTo(2), "which version was read is not said");
        Assert.That((await desk.RunAsync("complaints", "edit", number, "--set", "nomor=1")).Exit, Is.EqualTo(2));

        Assert.That((await desk.FindAsync(number)).Judul, Is.EqualTo("Lampu jalan mati di Sambutan"));
        await desk.RunAsync("complaints", "release", number);
        Assert.That((await desk.RunAsync("complaints", "edit", number, "--set", "judul=Lain")).Exit, Is.EqualTo(1), "what may be under way is not changed");
    }

    [Test]
    public async Task NobodyKnownCannotBeAsked()
    {
        var number = await desk.PostAsync("""{"isi":"Lampu jalan mati."}""");
        await desk.RunAsync("complaints", "hold", number);

        var (exit, said) = await desk.RunAsync("complaints", "ask", number);

        Assert.That((exit, said), Is.EqualTo((1, $"{number}: pelapornya tidak diketahui.\n")));
    }

    private async Task<string> HeldAsync()
    {
        var number = await desk.PostAsync("""{"isi":"Lampu jalan mati.","hp":"0811-0000-0001"}""");
        await desk.RunAsync("complaints", "hold", number);
        return number;
    }
}
