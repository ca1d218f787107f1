using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>Exports that overlap are laid over one another: exactly the new messages are added, nothing is lost and nothing doubled.</summary>
internal sealed class MergeTests
{
    private const string Android =
        """
        26/10/25 08.00 - +62 811-0000-0021: Selamat pagi Pak
        26/10/25 08.01 - +62 811-0000-0021: Lampu jalan di depan SD 004 mati sejak Senin
        26/10/25 08.02 - +62 811-0000-0021: ya
        26/10/25 08.02 - +62 811-0000-0021: ya
        26/10/25 08.05 - Dishub Kaltim: Baik, kami cek di lapangan dulu ya Pak
        26/10/25 08.07 - +62 811-0000-0021: Tiang nomor 12 juga miring
        26/10/25 08.09 - +62 811-0000-0021: Hubungi saya di kantor
        28/10/25 21.15 - +62 811-0000-0021: Halte di Jl. Pahlawan atapnya bocor
        30/10/25 22.40 - +62 811-0000-0021: Jembatan kecil retak

        """;

    private const string Officers = """{"officers": ["Dishub Kaltim"]}""";
    private const string Before = "Chat WhatsApp dengan +62 811-0000-0021.txt";

    [Test]
    public async Task AContactSavedUnderANameOnAnotherPhoneAddsExactlyTheNewMessages()
    {
        const string ios =
            """
            [26/10/25, 08.00.11] Pak Budi: Selamat pagi Pak
            [26/10/25, 08.01.40] Pak Budi: Lampu jalan di depan SD 004 mati sejak Senin
            [26/10/25, 08.02.05] Pak Budi: ya
            [26/10/25, 08.02.09] Pak Budi: ya
            [26/10/25, 08.05.59] Dishub Kaltim: Baik, kami cek di lapangan dulu ya Pak
            [26/10/25, 08.07.01] Pak Budi: Tiang nomor 13 juga miring <Pesan ini telah diedit>
            [26/10/25, 08.09.12] Pak Budi: Pesan ini telah dihapus
            [28/10/25, 21.15.33] Pak Budi: Halte di Jl. Pahlawan atapnya bocor
            [30/10/25, 22.40.02] Pak Budi: Jembatan kecil retak
            [02/11/25, 09.00.00] Pak Budi: Rambu di simpang tiga roboh

            """;
        await using var house = await ChatHouse.OnSqliteAsync(Officers);
        await house.ImportAsync(Android, Before);

        var items = await house.ImportAsync(ios.ReplaceLineEndings("\r\n"), "WhatsApp Chat - Pak Budi.txt");

        Assert.That(items.Select(Shown), Is.EqualTo(new[] { "followup message-edited", "repeat already-taken officer", "repeat already-taken", "repeat already-taken", "complaint" }));
        Assert.That(await house.ComplaintsAsync(), Has.Count.EqualTo(4));
        Assert.That(await house.AccountedAsync(), Is.EqualTo(11), "nine messages, one edited, one new");
        Assert.That((await house.WordsAsync()).Where(line => line.StartsWith("Tiang", StringComparison.Ordinal)), Is.EqualTo(new[] { "Tiang nomor 12 juga miring", "Tiang nomor 13 juga miring" }));

        var again = await house.ImportAsync(ios, "WhatsApp Chat - Pak Budi (1).txt");
        var back = await house.ImportAsync(Android, Before);

        Assert.That(again.Concat(back).Select(item => item.Outcome), Has.All.EqualTo(ItemOutcome.Repeat));
        Assert.That(await house.AccountedAsync(), Is.EqualTo(11));
    }

    [Test]
    public async Task TwoPeopleWhoGreetAlikeInOneMinuteStayTwo()
    {
        await using var house = await ChatHouse.OnSqliteAsync(Officers);
        await house.ImportAsync(
            "26/10/25 08.00 - Ani: Assalamualaikum warahmatullahi wabarakatuh\n26/10/25 08.01 - Ani: Lampu jalan di depan SD 004 mati\n", "Chat WhatsApp dengan Ani.txt");

        var budi = await house.ImportAsync(
            "26/10/25 08.00 - Budi: Assalamualaikum warahmatullahi wabarakatuh\n26/10/25 08.01 - Budi: Halte di Jl. Pahlawan atapnya bocor\n", "Chat WhatsApp dengan Budi.txt");

        Assert.That(budi.Select(Shown), Is.EqualTo(new[] { "complaint" }));
        Assert.That(await house.ComplaintsAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task ShortLinesTogetherTellARenamedContactToo()
    {
        const string first = "26/10/25 08.00 - 0811-0000-0021: ya pak\n26/10/25 08.01 - 0811-0000-0021: Lampu mati\n26/10/25 08.01 - 0811-0000-0021: di Kartini\n26/10/25 08.03 - 0811-0000-0021: ya\n26/10/25 08.03 - 0811-0000-0021: ya\n";
        await using var house = await ChatHouse.OnSqliteAsync();
        await house.ImportAsync(first, Before);

        var items = await house.ImportAsync(first.Replace("0811-0000-0021", "Budi", StringComparison.Ordinal), "Chat WhatsApp dengan Budi.txt");

        Assert.That(items.Select(Shown), Is.EqualTo(new[] { "repeat already-taken" }));
        Assert.That(await house.AccountedAsync(), Is.EqualTo(5));
    }

    [Test]
    public async Task OlderExportsMayComeLater()
    {
        const string older = "26/10/25 08.00 - Budi: Lampu mati di Jl. Kartini\n27/10/25 23.00 - Budi: Halte di pasar bocor\n";
        await using var house = await ChatHouse.OnSqliteAsync();
        await house.ImportAsync("26/10/25 08.00 - Budi: Lampu mati di Jl. Kartini No. 5 <Pesan ini telah diedit>\n27/10/25 23.00 - Budi: Pesan ini telah dihapus\n");

        var items = await house.ImportAsync(older);

        Assert.That(items.Select(Shown), Is.EqualTo(new[] { "followup message-edited", "complaint" }));
        Assert.That((await house.ImportAsync(older)).Select(item => item.Outcome), Has.All.EqualTo(ItemOutcome.Repeat));
    }

    [Test]
    public async Task AnEditedLoneMessageFollowsItsComplaintAndADeletedOneIsARepeat()
    {
        await using var house = await ChatHouse.OnSqliteAsync();
        await house.ImportAsync("26/10/25 08.00 - Budi: Lampu mati di Jl. Kartini\n27/10/25 23.00 - Budi: Halte di pasar bocor\n");

        var items = await house.ImportAsync("26/10/25 08.00 - Budi: Lampu mati di Jl. Kartini No. 5\n27/10/25 23.00 - Budi: Pesan ini telah dihapus\n");

        Assert.That(items.Select(Shown), Is.EqualTo(new[] { "followup message-edited", "repeat already-taken deleted" }));
        Assert.That(await house.WordsAsync(), Is.EqualTo(new[] { "Halte di pasar bocor", "Lampu mati di Jl. Kartini", "Lampu mati di Jl. Kartini No. 5" }));
    }

    [Test]
    public async Task TwoChatsThatShareAChannelLoseNothingToOneAnother()
    {
        await using var house = await ChatHouse.OnSqliteAsync();
        await house.ImportAsync("26/10/25 08.00 - Budi: Lampu mati total\n26/10/25 08.01 - Budi: di jalan Kartini\n", "Chat WhatsApp dengan Budi.txt");

        var items = await house.ImportAsync("26/10/25 08.00 - Siti: Lampu mati total\n26/10/25 08.01 - Siti: di simpang Lembuswana\n", "Chat WhatsApp dengan Siti.txt");
        var broadcast = await house.ImportAsync("26/10/25 08.00 - +62 811-0000-0007: Jalan Pahlawan berlubang besar dekat sekolah\n", "Chat WhatsApp dengan A.txt");
        var passedOn = await house.ImportAsync("26/10/25 08.00 - +62 811-0000-0008: Jalan Pahlawan berlubang besar dekat sekolah\n", "Chat WhatsApp dengan B.txt");

        Assert.That(items.Concat(broadcast).Concat(passedOn).Select(Shown), Is.EqualTo(new[] { "complaint", "complaint", "complaint" }));
        Assert.That(await house.ComplaintsAsync(), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task ASenderWhoWritesInTwoChatsInOneMinuteHasTwoComplaints()
    {
        await using var house = await ChatHouse.OnSqliteAsync();
        await house.ImportAsync("26/10/25 08.00 - Budi: Lampu mati di Jl. Kartini\n", "Chat WhatsApp dengan LAPOR.txt");

        var items = await house.ImportAsync("26/10/25 08.00 - Budi: Halte di pasar pagi bocor\n", "Chat WhatsApp dengan Budi.txt");

        Assert.That(items.Select(Shown), Is.EqualTo(new[] { "complaint" }));
    }

    [Test]
    public async Task TheTailOfAnExportGrowsInTheNextWithoutLossOrDouble()
    {
        const string first = "26/10/25 08.00 - Budi: Lampu mati di Jl. Kartini\n26/10/25 08.10 - Budi: Sudah tiga minggu gelap\n";
        await using var house = await ChatHouse.OnSqliteAsync();
        await house.ImportAsync(first);

        var grown = await house.ImportAsync(first + "26/10/25 08.20 - Budi: Kemarin ada motor jatuh\n26/10/25 20.30 - Siti: Halte di pasar pagi bocor\n");
        var later = await house.ImportAsync(first + "26/10/25 08.20 - Budi: Kemarin ada motor jatuh\n26/10/25 20.30 - Siti: Halte di pasar pagi bocor\n28/10/25 09.00 - Budi: gimana pak\n");

        Assert.That(grown.Select(Shown), Is.EqualTo(new[] { "followup group-grew", "complaint" }));
        Assert.That(later.Select(Shown), Is.EqualTo(new[] { "followup group-grew", "repeat already-taken" }));
        Assert.That(later[0].Numbers, Is.EqualTo(grown[0].Numbers));
        Assert.That(await house.WordsAsync(), Is.EqualTo(new[]
        {
            "Halte di pasar pagi bocor", "Kemarin ada motor jatuh", "Lampu mati di Jl. Kartini", "Sudah tiga minggu gelap", "gimana pak",
        }));
    }

    [Test]
    public async Task AnAnswerToTheQuestionOfDayAndMonthTakesTheExportInOnce()
    {
        const string text = "05/03/26 10.00 - Budi: Lampu jalan mati semua\n06/03/26 10.00 - Siti: Halte di pasar pagi bocor\n";
        await using var house = await ChatHouse.OnSqliteAsync();

        var asked = await house.ImportAsync(text);
        var askedAgain = await house.ImportAsync(text);
        house.Answer("""{"dateOrder": "mdy"}""");
        var answered = await house.ImportAsync(text);
        var again = await house.ImportAsync(text);

        Assert.That(asked.Select(item => (item.Item, Shown(item), item.Reasons[0].Detail)), Is.EqualTo(new[] { ("1-2", "quarantined date-order-ambiguous", "05/03") }));
        Assert.That(askedAgain.Single().Outcome, Is.EqualTo(ItemOutcome.Repeat));
        Assert.That(answered.Select(Shown), Is.EqualTo(new[] { "complaint", "complaint" }));
        Assert.That(again.Select(item => item.Outcome), Has.All.EqualTo(ItemOutcome.Repeat));
        Assert.That((await house.ComplaintsAsync()).Select(complaint => complaint.Written!.Value.Month), Is.EqualTo(new[] { 5, 6 }));
    }

    [Test]
    public async Task AnExportThatDoesNotReachBackToTheLastKnownLineIsAGap()
    {
        await using var house = await ChatHouse.OnSqliteAsync();
        await house.ImportAsync("26/10/25 08.00 - Budi: Lampu mati di Jl. Kartini\n");

        var overlap = await house.ImportAsync("26/10/25 08.00 - Budi: Lampu mati di Jl. Kartini\n27/10/25 09.00 - Siti: Halte di pasar pagi bocor\n");
        var gap = await house.ImportAsync("29/10/25 08.00 - Siti: Rambu di simpang tiga roboh\n30/10/25 08.00 - Budi: Jembatan di desa kami retak\n");
        var elsewhere = await house.ImportAsync("29/10/26 08.00 - Siti: Rambu di simpang empat roboh\n", "Chat WhatsApp dengan LAIN.txt");

        Assert.That(overlap.Concat(elsewhere).SelectMany(item => item.Reasons).Select(reason => reason.Code), Has.None.EqualTo("export-gap"));
        Assert.That(gap.Select(Shown), Is.EqualTo(new[] { "complaint export-gap", "complaint" }));
        Assert.That(gap[0].Reasons[0].Detail, Is.EqualTo("2025-10-27T09:00 - 2025-10-29T08:00"));
        Assert.That((await house.BookAsync("gap/")).Values.Select(value => value.Split('|')[1]), Is.EqualTo(new[] { "2025-10-29T08:00" }));
    }

    private static string Shown(ItemReceipt item) =>
        string.Join(' ', item.Reasons.Select(reason => reason.Code).Prepend(item.Outcome.ToString().ToLowerInvariant()));
}
