using System.Net;
using System.Text;
using Gateway.Simulator;
using Gateway.Simulator.Faults;

namespace Gateway.Tests.Simulator;

public sealed class FaultListTests
{
    [Test]
    public void ReadsTheListOfTheCommandLine()
    {
        var read = SimulatorFaults.Parse("""[{"call":"create","nth":3,"times":1,"fault":"time-out-after-storing","seconds":5}]""");

        Assert.That(read.Problems, Is.Empty);
        Assert.That(read.Faults, Is.EqualTo(new[]
        {
            new SimulatorFault(CentralCall.Create, FaultKind.TimeOutAfterStoring, Nth: 3, Seconds: 5),
        }));
    }

    [Test]
    public void KnowsEveryFaultByName(
        [Values("slow", "429", "500-after-storing", "503", "503-retry-after", "refuse", "reset-before", "reset-after",
            "time-out-after-storing", "303", "html", "no-id", "wrong-schema")] string fault,
        [Values("create", "upload", "read", "masters", "reject", "followup-add", "any")] string call)
    {
        Assert.That(SimulatorFaults.Parse($$"""[{"call":"{{call}}","fault":"{{fault}}"}]""").Problems, Is.Empty);
    }

    [TestCase("""[{"call":"crate","fault":"503"}]""", "crate")]
    [TestCase("""[{"call":"create","fault":"504"}]""", "504")]
    [TestCase("""[{"call":"create","fault":503}]""", "503")]
    [TestCase("""[{"call":"create"}]""", "'fault'")]
    [TestCase("""[{"call":"create","fault":"503","nth":0}]""", "nth 0")]
    [TestCase("""[{"call":"create","fault":"503","nth":1.5}]""", "nth 1.5")]
    [TestCase("""[{"call":"create","fault":"503","times":-1}]""", "times -1")]
    [TestCase("""[{"call":"create","fault":"slow","seconds":"5"}]""", "seconds \"5\"")]
    [TestCase("""[{"call":"create","fault":"status"}]""", "'status'")]
    [TestCase("""[{"call":"create","fault":"status","status":200}]""", "status 200")]
    [TestCase("""[{"call":"create","fault":"503","second":5}]""", "'second'")]
    [TestCase("""[{"call":"create","fault":"503"},7]""", "Fault 2 is 7")]
    [TestCase("""{"call":"create","fault":"503"}""", "list")]
    [TestCase("[", "not JSON")]
    public void NamesTheBadValueAndTakesNothing(string json, string named)
    {
        var read = SimulatorFaults.Parse(json);

        Assert.That(read.Problems, Has.Some.Contains(named));
        Assert.That(read.Faults, Is.Empty);
    }

    [Test]
    public async Task TakesFaultsListsThemAndForgetsThemOverHttp()
    {
        await using var centre = await Centre.OpenAsync();

        var added = await PostAsync(centre, """[{"call":"masters","fault":"503"},{"call":"create","fault":"503","times":0}]""");
        await centre.CreateAsync();
        var listed = (await centre.GetJsonAsync("_simulator/faults")).AsArray();

        Assert.That(added.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(listed.Select(fault => (string?)fault!["call"]), Is.EqualTo(new[] { "masters", "create" }));
        Assert.That((int?)listed[1]!["seen"], Is.EqualTo(1));

        await centre.Http.DeleteAsync("_simulator/faults");
        Assert.That((await centre.GetJsonAsync("_simulator/faults")).AsArray(), Is.Empty);
        Assert.That((await centre.CreateAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task RefusesABadListOverHttpAndNamesTheValue()
    {
        await using var centre = await Centre.OpenAsync();

        var answer = await PostAsync(centre, """[{"call":"create","fault":"503"},{"call":"kirim","fault":"503"}]""");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)(await Centre.JsonAsync(answer))["message"], Does.Contain("kirim"));
        Assert.That((await centre.GetJsonAsync("_simulator/faults")).AsArray(), Is.Empty);
    }

    private static Task<HttpResponseMessage> PostAsync(Centre centre, string json) =>
        centre.Http.PostAsync("_simulator/faults", new StringContent(json, Encoding.UTF8, "application/json"));
}
