using System.Net;
using System.Net.Sockets;
using Gateway.Simulator;
using Gateway.Simulator.Faults;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Simulator;

/// <summary>For each fault: what a caller sees on a real connection, and whether the complaint is in the book.</summary>
public sealed class FaultTests
{
    [TestCase(FaultKind.TooManyRequests, 429, 0)]
    [TestCase(FaultKind.ErrorAfterStoring, 500, 1)]
    [TestCase(FaultKind.Unavailable, 503, 0)]
    [TestCase(FaultKind.UnavailableRetryAfter, 503, 0)]
    [TestCase(FaultKind.Refuse, 422, 0)]
    [TestCase(FaultKind.SeeOther, 303, 0)]
    [TestCase(FaultKind.Html, 200, 0)]
    [TestCase(FaultKind.NoId, 201, 1)]
    [TestCase(FaultKind.WrongSchema, 200, 1)]
    public async Task AnswersAndStoresAsTheFaultSays(FaultKind kind, int status, int stored)
    {
        await using var centre = await Centre.OpenAsync(new SimulatorFault(CentralCall.Create, kind));

        var answer = await centre.CreateAsync();

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("7000001"));
        Assert.That(centre.Simulator.Complaints, Is.EqualTo(stored));
        Assert.That(answer.Headers.GetValues("X-Simulator"), Is.EqualTo(new[] { "yes" }));
        Assert.That((await centre.CreateAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK), "the fault is over after one call");
    }

    [TestCase(FaultKind.TooManyRequests, true)]
    [TestCase(FaultKind.UnavailableRetryAfter, true)]
    [TestCase(FaultKind.Unavailable, false)]
    public async Task SaysWhenToComeBackOnlyWhereTheFaultDoes(FaultKind kind, bool says)
    {
        await using var centre = await Centre.OpenAsync(new SimulatorFault(CentralCall.Create, kind, Seconds: 7));

        var retryAfter = (await centre.CreateAsync()).Headers.RetryAfter;

        Assert.That(retryAfter?.Delta, Is.EqualTo(says ? TimeSpan.FromSeconds(7) : null));
    }

    [TestCase(FaultKind.ResetBefore, 0)]
    [TestCase(FaultKind.ResetAfter, 1)]
    public async Task ResetsTheConnection(FaultKind kind, int stored)
    {
        await using var centre = await Centre.OpenAsync(new SimulatorFault(CentralCall.Create, kind));

        var problem = await Assert.ThrowsAsync<HttpRequestException>(() => centre.CreateAsync());

        Assert.That((problem!.GetBaseException() as SocketException)?.SocketErrorCode, Is.EqualTo(SocketError.ConnectionReset));
        Assert.That(centre.Simulator.Complaints, Is.EqualTo(stored));
    }

    [Test]
    public async Task StoresThenKeepsSilentThenResets()
    {
        var time = new FakeTimeProvider();
        await using var centre = await Centre.OpenAsync(new SimulatorOptions
        {
            Time = time,
            Faults = [new SimulatorFault(CentralCall.Create, FaultKind.TimeOutAfterStoring, Seconds: 5)],
        });

        var call = centre.CreateAsync();
        await centre.Simulator.WaitForAsync(simulator => simulator.HeldCalls == 1, Centre.Patience);
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.That(centre.Simulator.Complaints, Is.EqualTo(1));
        Assert.That(call.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
    }

    [Test]
    public async Task LetsGoOfACallWhoseCallerHungUp()
    {
        await using var centre = await Centre.OpenAsync(new SimulatorFault(CentralCall.Create, FaultKind.TimeOutAfterStoring));
        using var impatient = new CancellationTokenSource();

        var call = centre.Http.PostAsync("complaints/complaint", Json(), impatient.Token);
        await centre.Simulator.WaitForAsync(simulator => simulator.HeldCalls == 1, Centre.Patience);
        await impatient.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(() => call);
        await centre.Simulator.WaitForAsync(simulator => simulator.HeldCalls == 0, Centre.Patience);
        Assert.That(centre.Simulator.Complaints, Is.EqualTo(1));
    }

    [Test]
    public async Task AnswersLateWhenSlow()
    {
        var time = new FakeTimeProvider();
        await using var centre = await Centre.OpenAsync(new SimulatorOptions
        {
            Time = time,
            Faults = [new SimulatorFault(CentralCall.Create, FaultKind.Slow, Seconds: 5)],
        });

        var call = centre.CreateAsync();
        await centre.Simulator.WaitForAsync(simulator => simulator.HeldCalls == 1, Centre.Patience);
        Assert.That(centre.Simulator.Complaints, Is.Zero);
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.That((await call).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task StoresASlowComplaintEvenWhenTheCallerHungUp()
    {
        var time = new FakeTimeProvider();
        await using var centre = await Centre.OpenAsync(new SimulatorOptions
        {
            Time = time,
            Faults = [new SimulatorFault(CentralCall.Create, FaultKind.Slow, Seconds: 5)],
        });
        using var impatient = new CancellationTokenSource();

        var call = centre.Http.PostAsync("complaints/complaint", Json(), impatient.Token);
        await centre.Simulator.WaitForAsync(simulator => simulator.HeldCalls == 1, Centre.Patience);
        await impatient.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => call);
        time.Advance(TimeSpan.FromSeconds(5));

        await centre.Simulator.WaitForAsync(simulator => simulator.Complaints == 1, Centre.Patience);
    }

    [TestCase(FaultKind.Status, 401)]
    [TestCase(FaultKind.Status, 404)]
    [TestCase(FaultKind.Refuse, 400)]
    public async Task AnswersTheGivenStatus(FaultKind kind, int status)
    {
        await using var centre = await Centre.OpenAsync(new SimulatorFault(CentralCall.Create, kind, Status: status));

        Assert.That((int)(await centre.CreateAsync()).StatusCode, Is.EqualTo(status));
        Assert.That(centre.Simulator.Complaints, Is.Zero);
    }

    [Test]
    public async Task RefusesABadComplaintHonestlyInsteadOfPlayingAFaultThatFollowsStoring()
    {
        await using var centre = await Centre.OpenAsync(new SimulatorFault(CentralCall.Create, FaultKind.ResetAfter));

        Assert.That((await centre.CreateAsync([])).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task MeetsTheNthCallOfItsKindAndAsManyAsItSays()
    {
        await using var centre = await Centre.OpenAsync(new SimulatorFault(CentralCall.Create, FaultKind.Unavailable, Nth: 2, Times: 2));
        await centre.Http.PostAsync("complaints/complaint/file", Centre.Upload(("foto.jpg", [1])));

        var statuses = new List<HttpStatusCode>();
        for (var call = 0; call < 4; call++)
            statuses.Add((await centre.CreateAsync()).StatusCode);

        Assert.That(statuses, Is.EqualTo(new[]
        {
            HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK,
        }));
    }

    [Test]
    public async Task NeverEndsWhenTimesIsZero()
    {
        await using var centre = await Centre.OpenAsync(new SimulatorFault(CentralCall.Any, FaultKind.Unavailable, Times: 0));

        for (var call = 0; call < 3; call++)
            Assert.That((await centre.CreateAsync()).StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task CountsFromTheMomentAFaultWasAdded()
    {
        await using var centre = await Centre.OpenAsync();
        await centre.CreateAsync();
        centre.Simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.Unavailable));

        Assert.That((await centre.CreateAsync()).StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task StopsAtOnceWhileACallIsHeld()
    {
        var centre = await Centre.OpenAsync(new SimulatorFault(CentralCall.Create, FaultKind.TimeOutAfterStoring, Seconds: 3600));
        var call = centre.CreateAsync();
        await centre.Simulator.WaitForAsync(simulator => simulator.HeldCalls == 1, Centre.Patience);

        await centre.Simulator.DisposeAsync().AsTask().WaitAsync(Centre.Patience);

        await Assert.CatchAsync<Exception>(() => call);
        centre.Http.Dispose();
    }

    private static StringContent Json() => new(Centre.Complaint().ToJsonString(), System.Text.Encoding.UTF8, "application/json");
}
