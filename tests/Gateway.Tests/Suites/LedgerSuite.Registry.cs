using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

public abstract partial class LedgerSuite
{
    [Test]
    public async Task WritesADestinationOnlyFromTheVersionThatWasSeen()
    {
        var row = new DestinationRow { Key = "default", State = DestinationState.New };
        Assert.That(await Ledger.WriteAsync(row, Ct), Is.True);
        Assert.That(await Ledger.WriteAsync(row, Ct), Is.False, "it is not new any more");

        var stored = (await Ledger.DestinationAsync("default", Ct))!;
        Assert.That((stored.Version, stored.State), Is.EqualTo((1, DestinationState.New)));

        var paused = DestinationRules.Paused(stored, new Reason("unknown-outcomes")) with { NotBefore = Some.After(3), Refusals = [new Refusal("G1", 422)] };
        Assert.That(await Ledger.WriteAsync(paused, Ct), Is.True);
        Assert.That(await Ledger.WriteAsync(DestinationRules.Opened(stored, Some.Opener), Ct), Is.False, "somebody paused it in between");

        var now = (await Ledger.DestinationAsync("default", Ct))!;
        Assert.That((now.Version, now.State, now.NotBefore), Is.EqualTo((2, DestinationState.Paused, (DateTimeOffset?)Some.After(3))));
        Assert.That(now.Reasons, Is.EqualTo(paused.Reasons));
        Assert.That(now.Refusals, Is.EqualTo(paused.Refusals));
    }

    [Test]
    public async Task OfTwoWhoWantTheSameSlotOneGetsIt()
    {
        await Ledger.WriteAsync(new DestinationRow { Key = "default", State = DestinationState.Open }, Ct);
        var taken = DestinationRules.TakeProbe((await Ledger.DestinationAsync("default", Ct))!, Some.Noon);

        var got = await Task.WhenAll(Ledger.WriteAsync(taken, Ct), Ledger.WriteAsync(taken, Ct));

        Assert.That(got, Is.EquivalentTo(new[] { true, false }));
    }

    [Test]
    public async Task ListsDestinations()
    {
        await Ledger.WriteAsync(new DestinationRow { Key = "kutim", State = DestinationState.New }, Ct);
        await Ledger.WriteAsync(new DestinationRow { Key = "default", State = DestinationState.Open }, Ct);

        Assert.That((await Ledger.DestinationsAsync(Ct)).Select(row => row.Key), Is.EquivalentTo(new[] { "default", "kutim" }));
        Assert.That(await Ledger.DestinationAsync("none", Ct), Is.Null);
    }

    [Test]
    public async Task StoresARegistryOnlyAsTheNextVersion()
    {
        Assert.That(await Ledger.RegistryAsync(Ct), Is.Null);
        Assert.That(await Ledger.RegistryVersionAsync(Ct), Is.Zero);
        var first = new Registry
        {
            Version = 1,
            Agencies = [new Agency("dishub", "Dinas Perhubungan", Institution: "101")],
            Destinations =
            [
                new Destination
                {
                    Key = "default",
                    BaseUrl = "http://127.0.0.1:5080",
                    Headers = new Dictionary<string, string> { ["token"] = "env:LAPOR_TOKEN" },
                    Fields = new JsonObject { ["channel"] = 7 },
                    CreateTimeout = TimeSpan.FromSeconds(45),
                    Codes = new CodeTables { Institution = new Dictionary<string, string> { ["dishub"] = "101" } },
                },
            ],
            Channels = [new Channel { Key = "dishub-email", Agency = "dishub", Kind = "email", CutOver = Some.Noon }],
            FirstApplied = new Dictionary<string, DateTimeOffset> { ["dishub-email"] = Some.Noon },
        };

        Assert.That(await Ledger.WriteAsync(first with { Version = 2 }, "budi", Some.Noon, Ct), Is.False);
        Assert.That(await Ledger.WriteAsync(first, "budi", Some.Noon, Ct), Is.True);
        Assert.That(await Ledger.WriteAsync(first with { Channels = [] }, "siti", Some.Noon, Ct), Is.False);

        var stored = (await Ledger.RegistryAsync(Ct))!;
        Assert.That((stored.Version, stored.Agency("dishub"), stored.Channel("dishub-email")!.CutOver), Is.EqualTo((1, first.Agencies[0], first.Channels[0].CutOver)));
        Assert.That(stored.Destination("default")!.Fields["channel"]!.GetValue<int>(), Is.EqualTo(7));
        Assert.That(stored.Destination("default")!.CreateTimeout, Is.EqualTo(TimeSpan.FromSeconds(45)));
        Assert.That(stored.Destination("default")!.Codes.Institution!["dishub"], Is.EqualTo("101"));
        Assert.That(stored.FirstApplied["dishub-email"], Is.EqualTo(Some.Noon));
        Assert.That(await Ledger.WriteAsync(first with { Version = 2 }, "budi", Some.After(1), Ct), Is.True);
        Assert.That(await Ledger.RegistryVersionAsync(Ct), Is.EqualTo(2));
    }
}
