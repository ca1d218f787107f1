using System.Runtime.Versioning;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Relay;
using Gateway.Infrastructure.Messaging;
using Gateway.Tests.Infrastructure.Messaging;
using Gateway.Tests.Support;

namespace Gateway.Tests.Bugs;

/// <summary>
/// Gates and relay threw at the first row whose seal did not open, at every round anew: one damaged complaint kept all others from the
/// centre.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class OneRowThatCannotBeOpenedStopsNoOther
{
    private const string Sealed = "UPDATE complaints SET sealed = zeroblob(64) WHERE number = @number";
    private const string Cut = "UPDATE complaints SET sealed = x'01' WHERE number = @number";
    private const string Key = "UPDATE complaints SET wrapped_key = zeroblob(61) WHERE number = @number";
    private const string Reporter = "UPDATE reporters SET sealed = zeroblob(64) WHERE id = (SELECT reporter FROM complaints WHERE number = @number)";

    private OpenedHouse opened = null!;
    private string[] numbers = [];

    [SetUp]
    public async Task Post()
    {
        opened = await OpenedHouse.NewAsync(null, Registries.Form);
        numbers =
        [
            await opened.PostAsync("""{"isi":"Lampu jalan di Jalan Juanda padam sejak Senin.","nama":"Siti Contoh"}"""),
            await opened.PostAsync("""{"isi":"Halte di depan RSUD roboh atapnya.","nama":"Budi Contoh"}"""),
            await opened.PostAsync("""{"isi":"Jembatan kayu di Loa Duri lapuk.","nama":"Wati Contoh"}"""),
        ];
    }

    [TearDown]
    public async Task Close() => await opened.DisposeAsync();

    [TestCase(Sealed)]
    [TestCase(Cut)]
    [TestCase(Key)]
    public async Task TheGatesHoldItForAPersonAndJudgeTheRest(string damage)
    {
        await opened.DamageAsync(damage, new { number = numbers[0] });

        Assert.That(await opened.House.JudgeAsync(CancellationToken.None), Is.EqualTo(3));
        Assert.That(await StandingAsync(), Is.EqualTo(new[] { "Held cannot-be-opened", "Queued ", "Queued " }));
    }

    [Test]
    public async Task TheGatesHoldForAPersonWhatARuleStumblesOver()
    {
        var (house, row) = (opened.House, (await opened.House.Ledger.FindAsync(numbers[0], CancellationToken.None))!);
        var odd = house.Vault.Seal(row.WrappedKey, """{"isi":"Lampu padam","derived":null,"source":{"file":"1","item":"1"}}"""u8.ToArray(), "complaint");
        await opened.DamageAsync("UPDATE complaints SET sealed = @odd WHERE number = @number", new { odd, number = numbers[0] });

        Assert.That(await house.JudgeAsync(CancellationToken.None), Is.EqualTo(3));
        Assert.That(await StandingAsync(), Is.EqualTo(new[] { "Held cannot-be-judged", "Queued ", "Queued " }));
    }

    [TestCase(Sealed)]
    [TestCase(Key)]
    [TestCase(Reporter)]
    public async Task TheRelayHoldsItForAPersonAndPublishesTheRest(string damage)
    {
        await opened.House.JudgeAsync(CancellationToken.None);
        await opened.DamageAsync(damage, new { number = numbers[0] });

        Assert.That(await RelayAsync(), Is.EquivalentTo(numbers[1..]));
        Assert.That(await StandingAsync(), Is.EqualTo(new[] { "Held cannot-be-opened", "Queued ", "Queued " }));
    }

    [Test]
    public async Task TheRelayHoldsOneThatWaitsForItsRetryToo()
    {
        var (house, ct) = (opened.House, CancellationToken.None);
        await house.JudgeAsync(ct);
        var claimed = (await house.Ledger.ClaimAsync(Some.Claim(numbers[0]), ct))!;
        var attempt = Some.Attempt(claimed);
        await house.Ledger.BeginAsync(attempt, ct);
        var end = Some.End(attempt, claimed, AttemptOutcome.Unavailable, ComplaintState.Retrying);
        await house.Ledger.CompleteAsync(end with { Move = end.Move! with { Due = DateTimeOffset.UnixEpoch } }, ct);
        await opened.DamageAsync(Sealed, new { number = numbers[0] });

        Assert.That(await RelayAsync(), Is.EquivalentTo(numbers[1..]));
        Assert.That(await StandingAsync(), Is.EqualTo(new[] { "Held cannot-be-opened", "Queued ", "Queued " }));
    }

    /// <summary>One step of the relay over a real bus; the numbers that reached a forwarder.</summary>
    private async Task<IReadOnlyList<string>> RelayAsync()
    {
        var woken = new ScriptedForwarder();
        await using var messaging = await MessagingHost.StartAsync(new MessagingOptions(), woken);
        await Eventually.HoldsAsync(() => messaging.Broker.IsConnected, "connected");
        var house = opened.House;
        var relay = new OutboxRelay(
            house.Ledger, messaging.Broker, house.Reader, house.Registry, new ForwardingOptions(), house.Identifiers, house.Crash, TimeProvider.System);
        var published = await relay.StepAsync(CancellationToken.None);
        await Eventually.HoldsAsync(() => woken.Asked.Count == published, "what was published reaches the forwarder");
        return woken.Asked;
    }

    private async Task<string[]> StandingAsync()
    {
        var rows = new List<ComplaintRow>();
        foreach (var number in numbers) rows.Add((await opened.House.Ledger.FindAsync(number, CancellationToken.None))!);
        return [.. rows.Select(row => $"{row.State} {string.Join(',', row.Reasons.Select(reason => reason.Code))}")];
    }
}
