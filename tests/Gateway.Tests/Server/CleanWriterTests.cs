using Gateway.Server.Commands;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>A text of a stranger neither steers the terminal of an officer nor turns a line around.</summary>
internal sealed class CleanWriterTests
{
    [TestCase("\u001b[2JDinas", "\uFFFD[2JDinas")]
    [TestCase("Diterima\rDitolak", "Diterima\uFFFDDitolak")]
    [TestCase("\u202Etolak\u2069 \u009b", "\uFFFDtolak\uFFFD \uFFFD")]
    [TestCase("Jalan\tKartini \u2013 caf\u00e9\n", "Jalan\tKartini \u2013 caf\u00e9\n")]
    public void SignsThatSteerAreReplaced(string written, string shown)
    {
        var inner = new StringWriter();
        var writer = new CleanWriter(inner);
        writer.Write(written);
        writer.WriteLine(written);
        Assert.That(inner.ToString(), Is.EqualTo(shown + shown + Environment.NewLine));
    }

    [Test]
    public async Task EveryCommandWritesThroughIt()
    {
        await using var desk = await DeskHouse.OpenAsync();
        var (_, said) = await desk.RunAsync("destination", "masters", "\u001b[2Jlain");
        Assert.That((said.Contains("\uFFFD[2Jlain", StringComparison.Ordinal), said.Contains('\u001b', StringComparison.Ordinal)), Is.EqualTo((true, false)), said);
    }
}
