using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Core;
using Gateway.Simulator;
using Gateway.Simulator.Book;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>What is done about a complaint that is at the centre, and what is heard of it there: the real process against the simulator.</summary>
[Category("Journey")]
internal sealed class FollowUpJourneyTests
{
    private const string Review = "{key: dishub-form, agency: dishub, kind: webform, policy: review}";

    private static readonly HttpClient Http = new();

    private CentralSimulator simulator = null!;

    [SetUp]
    public async Task Open() => simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);

    [TearDown]
    public async Task Close() => await simulator.DisposeAsync();

    [TestCase(FaultKind.TimeOutAfterStoring)]
    [TestCase(FaultKind.ErrorAfterStoring)]
    [TestCase(FaultKind.NoId)]
    public async Task AFollowUpWhoseAnswerIsLostIsFoundThereAndNeverPostedTwice(FaultKind fault)
    {
        simulator.AddFaults(new SimulatorFault(CentralCall.FollowUpAdd, fault, Seconds: 4));
        await using var gateway = await NewGateway("createTimeout: 2s").ServeAsync();
        var (first, second) = await TwoAsync(gateway);

        var linked = await gateway.RunAsync("complaints", "link", second, first, "--as", "followup", "--reason", "pelapor yang sama");
        Assert.That(linked.ExitCode, Is.Zero, linked.Error);
        var task = await UntilAsync(gateway, first, task => (string?)task["state"] == "done");

        var stored = simulator.FollowUpsOf(Stored(first).Id).Single();
        Assert.That(stored.Fields["content"], Does.Contain("Masih berlubang").And.EndWith(TrackingNumber.Marker(second)));
        Assert.That((simulator.Complaints, simulator.DoubledFollowUps, simulator.CallsOf(CentralCall.FollowUpAdd)), Is.EqualTo((1, 0, 1)));
        Assert.That((string?)task["task"], Is.EqualTo(first + ".1"));
        var shown = await gateway.ShowAsync(second);
        Assert.That(((string?)shown["state"], (string?)shown["link"]), Is.EqualTo(("duplicate", first)));
    }

    [TestCase(CrashPoint.TaskBegun, 0, "unknown")]
    [TestCase(CrashPoint.TaskAnswered, 1, "done")]
    public async Task ADeathInTheMiddleOfAPostIsLookedForAtTheCentre(CrashPoint point, int posts, string state)
    {
        await using var gateway = await NewGateway().ServeAsync();
        var (first, second) = await TwoAsync(gateway);
        await gateway.StopAsync();
        await gateway.With("GATEWAY_CRASH_AT", point.ToString()).ServeAsync();
        await gateway.RunAsync("complaints", "link", second, first, "--as", "followup");
        await gateway.ExitedAsync();

        await gateway.With("GATEWAY_CRASH_AT", null).ServeAsync();
        var task = await UntilAsync(gateway, first, task => (string?)task["state"] == state && ((int)task["looks"]! > 0 || state == "done"));

        Assert.That((simulator.FollowUpsOf(Stored(first).Id).Count, simulator.DoubledFollowUps), Is.EqualTo((posts, 0)), task.ToJsonString());
    }

    [Test]
    public async Task AComplaintIsHandedOnAndWhatTheCentreDoesIsReadBackUntilItCloses()
    {
        simulator.AddFaults(new SimulatorFault(CentralCall.Reject, FaultKind.ErrorAfterStoring));
        await using var gateway = await NewGateway("readBack: {firstDay: 1s, later: 1s}").ServeAsync();
        var (first, _) = await TwoAsync(gateway);

        var started = await gateway.RunAsync("complaints", "hand-on", first, "103");
        Assert.That(started.ExitCode, Is.Zero, started.Error);
        await UntilAsync(gateway, first, task => (string?)task["state"] == "done");
        Assert.That(simulator.HandOnsOf(Stored(first).Id).Select(handOn => handOn.Institution), Is.EqualTo(new[] { 103L }));
        Assert.That(await TrackedAsync(gateway, first), Is.EqualTo("forwarded"));

        simulator.MoveStatus(Stored(first).Id, "Menunggu Kajian Tim");
        await Eventually.HoldsAsync(async () => (string?)(await gateway.ShowAsync(first))["centre"]?["status"] == "Menunggu Kajian Tim", "a status nobody knows is shown", TimeSpan.FromSeconds(60));
        Assert.That(await TrackedAsync(gateway, first), Is.EqualTo("forwarded"), "and closes nothing");
        simulator.MoveStatus(Stored(first).Id, "Selesai");
        await Eventually.HoldsAsync(async () => await TrackedAsync(gateway, first) == "closed", "it is closed", TimeSpan.FromSeconds(60));

        var centre = (await gateway.ShowAsync(first))["centre"]!;
        Assert.That((string?)centre["disposition"], Does.Contain("Lingkungan Hidup"));
        Assert.That(centre["log"]!.AsArray(), Has.Count.GreaterThanOrEqualTo(3));
        await Eventually.HoldsAsync(async () => (await gateway.ShowAsync(first))["centre"]!["next"] is null, "after a last look nobody asks any more", TimeSpan.FromSeconds(60));
    }

    [Test]
    public async Task WhatTheCentreRefusesOfOneComplaintWaitsForAPerson()
    {
        simulator.AddFaults(new SimulatorFault(CentralCall.FollowUpAdd, FaultKind.Refuse));
        await using var gateway = await NewGateway().ServeAsync();
        var (first, second) = await TwoAsync(gateway);
        await gateway.RunAsync("complaints", "link", second, first, "--as", "followup");
        await UntilAsync(gateway, first, task => (string?)task["state"] == "parked");

        Assert.That((await gateway.RunAsync("tasks", "list")).Output, Does.Contain(first + ".1"));
        Assert.That((await gateway.RunAsync("tasks", "replay", first + ".1")).ExitCode, Is.EqualTo(1), "a reason is asked for");
        var replayed = await gateway.RunAsync("tasks", "replay", first + ".1", "--reason", "kolom sudah diperbaiki");
        Assert.That(replayed.ExitCode, Is.Zero, replayed.Error);
        await UntilAsync(gateway, first, task => (string?)task["state"] == "done");
        Assert.That(simulator.FollowUpsOf(Stored(first).Id), Has.Count.EqualTo(1));
    }

    private GatewayProcess NewGateway(string settings = "") =>
        new(Registries.With(simulator.BaseUri, "schedule: [1s]" + (settings.Length == 0 ? "" : ", " + settings), Review));

    /// <summary>One that the centre has, and one at the desk.</summary>
    private static async Task<(string First, string Second)> TwoAsync(GatewayProcess gateway)
    {
        var first = await FormJourneyTests.PostAsync(gateway, "Jalan Slamet Riyadi berlubang di depan pasar.");
        await gateway.UntilAsync(list => list.Count == 1 && (string?)list[0]["state"] == "held");
        await gateway.RunAsync("complaints", "release", first);
        await gateway.UntilAsync(list => (string?)list[0]["state"] == "delivered");
        var second = await FormJourneyTests.PostAsync(gateway, "Masih berlubang sampai hari ini, sudah dua motor jatuh.");
        await gateway.UntilAsync(list => list.Count == 2 && (string?)list[1]["state"] == "held");
        return (first, second);
    }

    private StoredComplaint Stored(string number) => simulator.Received.Single(stored => stored.Number == number);

    private static async Task<JsonNode> UntilAsync(GatewayProcess gateway, string number, Func<JsonNode, bool> wished)
    {
        JsonNode? task = null;
        await Eventually.HoldsAsync(
            async () => (task = (await gateway.ShowAsync(number))["tasks"]!.AsArray().FirstOrDefault()) is not null && wished(task), "the task is as wished", TimeSpan.FromSeconds(90));
        return task!;
    }

    private static async Task<string?> TrackedAsync(GatewayProcess gateway, string number) =>
        (string?)(await Http.GetFromJsonAsync<JsonObject>(new Uri(gateway.Address, $"/track/{number}")))!["state"];
}
