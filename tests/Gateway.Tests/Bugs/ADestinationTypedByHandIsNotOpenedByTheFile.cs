using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Tests.Infrastructure.Ledger;

namespace Gateway.Tests.Bugs;

/// <summary>
/// During an outage officers typed the complaints of a destination by hand. When the file named it an interface again, what they had typed
/// and not reported yet went within seconds, and stood at the centre twice.
/// </summary>
internal sealed class ADestinationTypedByHandIsNotOpenedByTheFile
{
    private readonly LedgerFolder folder = new();

    [TearDown]
    public Task Clean() => folder.CleanAsync();

    [Test]
    public async Task ItIsPausedUntilAPersonOpensIt()
    {
        await using var ledger = await folder.OpenAsync();
        var desk = new RegistryDesk(ledger, TimeProvider.System);
        foreach (var kind in new[] { "api", "manual", "manual" })
        {
            await desk.ApplyAsync(File(kind), "budi", CancellationToken.None);
            Assert.That((await ledger.DestinationAsync("default", CancellationToken.None))!.State, Is.EqualTo(DestinationState.Open));
        }

        await desk.ApplyAsync(File("api"), "budi", CancellationToken.None);

        var row = (await ledger.DestinationAsync("default", CancellationToken.None))!;
        Assert.That((row.State, row.Reasons.Single().Code), Is.EqualTo((DestinationState.Paused, "typed-by-hand-before")));
    }

    private static Registry File(string kind) => new() { Destinations = [new Destination { Key = "default", Kind = kind, State = DestinationState.Open }] };
}
