using System.Reflection;
using System.Runtime.Versioning;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests.Bugs;

/// <summary>
/// While every place of a destination was taken, each wake-up that waited took a turn of the rate limit before it failed to claim: with two nodes
/// there were 300 vain claims in ten seconds, and the turns they took were missing to those that could send.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class WhoFindsEveryPlaceTakenTakesNoTurn
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Test]
    public async Task ItWaitsWithoutATurnOrAClaimAndGoesWhenAPlaceIsFree()
    {
        await using var house = await ForwardingHouse.OpenAsync("maxConcurrency: 2", Registries.Form);
        var numbers = new List<string>();
        foreach (var street in new[] { "Juanda", "Pahlawan", "Antasari" }) numbers.Add(await house.Opened.PostAsync(OlderLedger.Text(street)));
        var sending = (await house.Ledger.ClaimAsync(Claim(numbers[0]), Ct))!;
        await house.Ledger.ClaimAsync(Claim(numbers[1]), Ct);
        var ledger = Counted.On(house.Ledger);
        var calls = ((Counted)ledger).Calls;
        var forwarder = Forwarder(house, ledger);

        for (var wakeUp = 0; wakeUp < 20; wakeUp++)
        {
            var asked = TimeProvider.System.GetUtcNow();
            var result = await forwarder.ForwardAsync(numbers[2], Ct);
            Assert.That(result.Verdict, Is.EqualTo(ForwardVerdict.NotYet));
            Assert.That(result.Until - asked, Is.InRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)), "soon, and not at once");
        }

        Assert.That((calls.GetValueOrDefault("turn"), calls.GetValueOrDefault(nameof(ILedger.ClaimAsync))), Is.EqualTo((0, 0)));
        await house.Ledger.ReapAsync("reap", sending.Number, sending.LeaseToken!, sending.LeaseBeat, TimeProvider.System.GetUtcNow(), "reaper", Ct);
        Assert.That((await forwarder.ForwardAsync(numbers[2], Ct)).Verdict, Is.EqualTo(ForwardVerdict.Forwarded));
        Assert.That(calls[nameof(ILedger.ClaimAsync)], Is.EqualTo(1));
    }

    private static ClaimRequest Claim(string number) => Some.Claim(number, now: TimeProvider.System.GetUtcNow());

    private static Forwarder Forwarder(ForwardingHouse at, ILedger ledger)
    {
        var house = at.Opened.House;
        return new Forwarder(
            ledger, at.Central, house.Payloads, house.Preparation, house.Vault, house.Registry, house.Identifiers, new ForwardingOptions(), house.Crash, TimeProvider.System,
            NullLogger<Forwarder>.Instance);
    }

    /// <summary>A ledger whose claims, and whose turns of a destination, are counted.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1852", Justification = "A proxy is made by deriving from it.")]
    public class Counted : DispatchProxy
    {
        private ILedger ledger = null!;

        public Dictionary<string, int> Calls { get; } = new(StringComparer.Ordinal);

        public static ILedger On(ILedger ledger)
        {
            var proxy = Create<ILedger, Counted>();
            ((Counted)proxy).ledger = ledger;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var call = args is [DestinationRow, ..] ? "turn" : targetMethod!.Name;
            Calls[call] = Calls.GetValueOrDefault(call) + 1;
            return targetMethod!.Invoke(ledger, args);
        }
    }
}
