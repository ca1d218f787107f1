using Gateway.Simulator;
using Gateway.Simulator.Faults;

namespace Gateway.Tests.Simulator;

public sealed class PageTests
{
    private const string Heading = "<h1>SIMULATOR - bukan SP4N-LAPOR!</h1>";

    [Test]
    public async Task SaysThatItIsASimulatorBeforeAnythingArrived()
    {
        await using var centre = await Centre.OpenAsync();

        var answer = await centre.Http.GetAsync("");

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(Heading).And.Contain("Belum ada laporan."));
        Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(answer.Headers.Contains("X-Simulator"), Is.True);
    }

    [Test]
    public async Task ListsWhatItReceivedWithEveryTextEscaped()
    {
        await using var centre = await Centre.OpenAsync();
        await centre.Http.PostAsync("complaints/complaint/file", Centre.Upload(("<b>foto</b>.jpg", [1])));
        var complaint = Centre.Complaint(attachments: "[1001]");
        complaint["title"] = "<script>alert('judul')</script>";
        complaint["content"] = "<img src=x onerror=alert(1)> & \"isi\"";
        var id = await centre.CreatedAsync(complaint);

        var page = await centre.Http.GetStringAsync("");

        Assert.That(page, Does.Contain($"<td>{id}</td>").And.Contain("1 laporan diterima").And.Contain(Heading));
        Assert.That(page, Does.Contain("&lt;script&gt;").And.Contain("&lt;img src=x").And.Contain("&lt;b&gt;foto"));
        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("<b>"));
    }

    [Test]
    public async Task SaysThatItIsASimulatorOnThePageOfTheHtmlFaultToo()
    {
        await using var centre = await Centre.OpenAsync(new SimulatorFault(CentralCall.Create, FaultKind.Html));

        Assert.That(await (await centre.CreateAsync()).Content.ReadAsStringAsync(), Does.Contain(Heading));
    }
}
