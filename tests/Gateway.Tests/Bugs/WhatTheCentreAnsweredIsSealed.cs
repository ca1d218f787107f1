using Dapper;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Ledger;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Bugs;

/// <summary>What the centre answered may repeat what a citizen wrote, and stood in the ledger in the clear, while all else of a complaint is sealed.</summary>
internal sealed class WhatTheCentreAnsweredIsSealed
{
    [Test]
    public async Task AnOfficerReadsItAndTheFileOfTheLedgerDoesNotShowIt()
    {
        await using var house = await DeskWithCentre.OpenAsync();
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.Refuse));
        var number = await house.PostAsync();
        await house.ForwardAsync(number);
        var attempt = (await house.Desk.House.Reader.AttemptsAsync(house.Desk.House.Ledger, await house.Desk.FindAsync(number), CancellationToken.None)).Single();
        Assert.That(attempt is { Step: AttemptStep.Create, Excerpt: { Length: > 4 } });

        Assert.That(Stored(house), Does.StartWith("sealed:").And.Not.Contain(attempt.Excerpt!));
        Assert.That((await house.Desk.RunAsync("complaints", "show", number)).Output, Does.Contain(attempt.Excerpt!));
        Assert.That((await house.Desk.RunAsync("complaints", "show", number, "--json")).Output, Does.Not.Contain("sealed:"));
    }

    [Test]
    public async Task WhatAnOlderVersionKeptIsReadAsItStands()
    {
        await using var house = await DeskWithCentre.OpenAsync();
        var number = await house.PostAsync();
        await house.ForwardAsync(number);

        await house.Desk.DamageAsync("UPDATE attempts SET excerpt = 'Kolom judul wajib diisi'");

        Assert.That((await house.Desk.RunAsync("complaints", "show", number)).Output, Does.Contain("Kolom judul wajib diisi"));
    }

    private static string Stored(DeskWithCentre house)
    {
        using var connection = new SqliteConnections(new SqliteLedgerOptions { Path = house.Desk.PathOf("gateway.db") }).OpenReader();
        return connection.QuerySingle<string>("SELECT excerpt FROM attempts");
    }
}
