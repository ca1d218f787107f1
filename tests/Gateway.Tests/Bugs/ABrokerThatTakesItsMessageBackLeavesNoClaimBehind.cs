using System.Runtime.Versioning;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Central;
using Gateway.Server.Composition;
using Gateway.Simulator;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests.Bugs;

/// <summary>
/// When its queue was deleted, or at a shutdown, a forwarder gave up between claim and create: the complaint stood in Forwarding until the
/// reaper came three minutes later, and in Unknown if the begin had been committed.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class ABrokerThatTakesItsMessageBackLeavesNoClaimBehind
{
    [Test]
    public async Task WhatIsClaimedIsCarriedToItsEnd()
    {
        using var taken = new CancellationTokenSource();
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        var data = Directory.CreateTempSubdirectory("gateway-claim-").FullName;
        var registry = Path.Combine(data, "registry.yaml");
        await File.WriteAllTextAsync(registry, Registries.With(simulator.BaseUri, "", Registries.Form));
        await using (var house = await House.OpenAsync(
            new GatewaySettings { DataDirectory = data, Registry = registry }, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None))
        {
            using var central = new CentralClient(Secrets.Resolve, TimeProvider.System);
            var forwarder = new Forwarder(
                house.Ledger, central, house.Payloads, house.Preparation, house.Vault, house.Registry, house.Identifiers, new ForwardingOptions(), new At(CrashPoint.Claimed, taken.Cancel),
                TimeProvider.System, NullLogger<Forwarder>.Instance);
            var post = new RawItem { File = "post", MediaType = "application/json", Content = new BytesContent("""{"isi":"Jembatan kayu di Loa Duri lapuk."}"""u8.ToArray()) };
            var number = (await house.Intake.AcceptAsync("dishub-form", null, post, CancellationToken.None)).Items.Single().Numbers.Single();
            await house.JudgeAsync(CancellationToken.None);

            var result = await forwarder.ForwardAsync(number, taken.Token);

            Assert.That(result.Verdict, Is.EqualTo(ForwardVerdict.Forwarded));
            Assert.That((await house.Ledger.FindAsync(number, CancellationToken.None))!.State, Is.EqualTo(ComplaintState.Delivered));
            Assert.That(taken.IsCancellationRequested && simulator.Complaints == 1);
        }

        Directory.Delete(data, recursive: true);
    }

    /// <summary>Does something when a point is passed.</summary>
    private sealed class At(CrashPoint point, Action act) : ICrashPoints
    {
        public void Reach(CrashPoint reached)
        {
            if (reached == point) act();
        }
    }
}
