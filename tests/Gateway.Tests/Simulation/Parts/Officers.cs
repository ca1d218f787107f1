using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Tests.Simulation.Scheduling;
using S = Gateway.Core.Ledger.ComplaintState;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>
/// The people at the desk. They act now and then, on anything, but truthfully: before they settle an unknown complaint they look whether
/// it is at the centre.
/// </summary>
internal sealed class Officers(World world, ILedger ledger, IRegistrySource registry)
{
    private static readonly Officer Officer = new("Ibu Sari", "diperiksa di SP4N-LAPOR!");

    private readonly MoveComplaint move = new(ledger, world.Identifiers, world.Clock);

    /// <summary>Set by the schedule when somebody comes to the desk.</summary>
    public bool AreNeeded => world.IsQuiet ? IsClosed : world.OfficersCalled > 0;

    private bool IsClosed => world.Ledger.DestinationAsync("default", default).Result is not { State: DestinationState.Open };

    public async Task StepAsync()
    {
        var destinations = new SwitchDestination(ledger, world.Clock);
        if (world.IsQuiet)
        {
            await destinations.OpenAsync("default", default);
            return;
        }

        world.OfficersCalled--;
        // An unknown outcome is what people look at first.
        var act = world.Ledger.Has(S.Unknown) && world.Choices.Next(2) == 1 ? 5 : world.Choices.Next(9);
        if (act == 8) await destinations.PauseAsync("default", Officer, default);
        else if (act == 0 || world.Ledger.Complaints.Count == 0) await destinations.OpenAsync("default", default);
        else await ActAsync(act);
    }

    private Task ActAsync(int act) => act switch
    {
        1 => On([S.Held], number => new ReleaseComplaint(move).ExecuteAsync(number, Officer, default)),
        2 => On([S.Queued, S.Retrying, S.Forwarding, S.Parked, S.Discarded], number => new HoldComplaint(ledger, move).ExecuteAsync(number, Officer, default)),
        3 => On([S.Queued, S.Retrying, S.Forwarding, S.Held, S.Parked], number => new DiscardComplaint(move).ExecuteAsync(number, Officer, default)),
        4 => On([S.Parked], number => new ReplayComplaint(move).ExecuteAsync(number, Officer, default)),
        _ => On([S.Unknown], SettleAsync),
    };

    private async Task<OperationResult> SettleAsync(string number)
    {
        var settle = new SettleUnknown(ledger, move, registry, world.Clock);
        var id = world.Centre.IdOf(number);
        var result = id is null
            ? await settle.NotDeliveredAsync(number, Officer, default)
            : await settle.DeliveredAsync(number, id, Officer, default);
        world.Coverage.Count("Settle", (id is null ? "not-delivered " : "delivered ") + result.Code);
        world.Note($"officer: {number} is {id ?? "not there"}: {result.Code}");
        return result;
    }

    private async Task On(S[] states, Func<string, Task<OperationResult>> act)
    {
        List<string> fitting = [.. world.Ledger.Complaints.Where(row => states.Contains(row.State)).Select(row => row.Number)];
        if (fitting.Count > 0) await act(world.Choices.Of(fitting));
    }
}
