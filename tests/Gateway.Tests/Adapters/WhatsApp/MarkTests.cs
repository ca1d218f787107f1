namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>The same message has the same mark in every export, or the ledger would record it again.</summary>
internal sealed class MarkTests
{
    private const string First = "26/10/25 19.00 - +62 811-0000-0001: Lampu mati di simpang\n26/10/25 19.00 - +62 811-0000-0001: Tolong\n26/10/25 19.00 - +62 811-0000-0001: Tolong\n";

    [Test]
    public void AreTheSameWhenTheExportIsMadeAgain()
    {
        var again = Marks(First);

        Assert.That(again, Is.EqualTo(Marks(First)));
    }

    [Test]
    public void DifferForEqualWordsInOneMinute() => Assert.That(Marks(First), Is.Unique);

    [Test]
    public void OverlapWithALongerExport()
    {
        var longer = Marks(First + "26/10/25 19.05 - +62 811-0000-0001: Masih gelap\n");

        Assert.That(longer.Take(3), Is.EqualTo(Marks(First)));
        Assert.That(longer, Has.Count.EqualTo(4).And.Unique);
    }

    [Test]
    public void AreKnownWhenTheExportBeginsInTheMiddleOfAMinute()
    {
        var later = First[(First.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        later = later[(later.IndexOf('\n', StringComparison.Ordinal) + 1)..];

        Assert.That(Marks(later), Is.SubsetOf(Marks(First)));
    }

    [Test]
    public void DoNotDependOnThePhoneThatExported()
    {
        var ios = Marks("[26/10/25, 19.00.41] \u202A+62\u00A0811\u20110000\u20110001\u202C: Lampu mati di simpang\r\n");

        Assert.That(ios.Single(), Is.EqualTo(Marks(First)[0]));
        Assert.That(Marks("10/26/25, 7:00\u202FPM - 0811-0000-0001: Lampu mati di simpang <This message was edited>\n").Single(), Is.EqualTo(ios.Single()));
    }

    [Test]
    public void AreTheKeyOfTheItemThatBeginsWithThem()
    {
        var item = Export.Items(First).Single();

        Assert.That(item.KeyParts, Is.EqualTo(new[] { "wa", item.Marks[0] }));
        Assert.That(item.MarkTexts, Is.EqualTo(new[] { "Lampu mati di simpang", "Tolong", "Tolong" }));
    }

    private static List<string> Marks(string text) => [.. Export.Items(text).SelectMany(item => item.Marks)];

    [Test]
    public void ShowsNoTerminalEscapesAndKeepsTheMarksAsTheyWere()
    {
        var item = Export.Items("15/06/26 08.00 - Bu\u001Bdi\u0007: Jalan\u001B[2J rusak\u009D parah\u202E sekali\tdi depan pasar").Single();

        Assert.That(item.Complaints.Single().Isi, Is.EqualTo("Jalan[2J rusak parah sekali\tdi depan pasar"));
        Assert.That(item.Reporter, Is.EqualTo(new Gateway.Contracts.Reporter(Name: "Budi", Handle: "Budi")));
        Assert.That(item.Marks, Is.Not.EqualTo(Export.Items("15/06/26 08.00 - Budi: Jalan[2J rusak parah sekali\tdi depan pasar").Single().Marks));
    }
}
