using System.Runtime.Versioning;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Central;
using Gateway.Server.Composition;
using Gateway.Simulator;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Bugs;

/// <summary>One answer of a proxy with a Retry-After of years put off the complaint and its whole destination until then.</summary>
[SupportedOSPlatform("linux")]
internal sealed class AnAbsurdRetryAfterDoesNotPutAComplaintOffForYears
{
    private static readonly TimeSpan Half = TimeSpan.FromHours(12);

    [TestCase(FaultKind.UnavailableRetryAfter, 315_360_000)]
    [TestCase(FaultKind.TooManyRequests, 50_000)]
    public async Task NothingWaitsLongerThanTwelveHours(FaultKind kind, int seconds)
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        simulator.AddFaults(new SimulatorFault(CentralCall.Create, kind, Seconds: seconds));
        await using var opened = await OpenedHouse.NewAsync(simulator.BaseUri, Registries.Form);
        var number = await opened.PostAsync("""{"isi":"Jembatan kayu di Loa Duri lapuk."}""");
        var house = opened.House;
        await house.JudgeAsync(CancellationToken.None);
        using var central = new CentralClient(Secrets.Resolve, TimeProvider.System);
        var forwarder = new Forwarder(
            house.Ledger, central, house.Payloads, house.Preparation, house.Vault, house.Registry, house.Identifiers, new ForwardingOptions(), house.Crash, TimeProvider.System,
            NullLogger<Forwarder>.Instance);

        await forwarder.ForwardAsync(number, CancellationToken.None);

        var row = (await house.Ledger.FindAsync(number, CancellationToken.None))!;
        var ended = (await house.Ledger.AttemptsAsync(number, CancellationToken.None)).Single().Ended!.Value;
        var destination = (await house.Ledger.DestinationAsync("default", CancellationToken.None))!;
        Assert.That(row.State, Is.EqualTo(ComplaintState.Retrying));
        Assert.That(row.Due - ended, Is.EqualTo(Half).Within(TimeSpan.FromSeconds(1)));
        Assert.That(destination.NotBefore - ended, Is.EqualTo(Half).Within(TimeSpan.FromSeconds(1)));
    }
}
