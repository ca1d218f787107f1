using Gateway.Core.Gates;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>How officers split, join and take it back, on what they see at the moment they decide.</summary>
internal sealed class RegroupingDesk(World world, Regrouper regrouper, Officer officer)
{
    public async Task<OperationResult> SplitAsync(ComplaintRow row)
    {
        Matter[] parts = [Matter.Written(row.Isi), Matter.Written(row.Isi + " Bagian dua.")];
        return (await new SplitComplaint(regrouper).ExecuteAsync(row.Number, row.Version, parts, officer, default)).Result;
    }

    public async Task<OperationResult> JoinAsync(ComplaintRow row)
    {
        string[] numbers = [.. world.Ledger.Complaints.Where(other => other.State == ComplaintState.Held && other.Reporter == row.Reporter).Select(other => other.Number).Take(3)];
        return (await new JoinComplaints(regrouper).ExecuteAsync(numbers, officer, default)).Result;
    }

    public async Task<OperationResult> UndoAsync(ComplaintRow row)
    {
        var near = world.Ledger.Kin.LastOrDefault(kin => kin.Parent == row.Number || kin.Child == row.Number);
        return near?.How == "joined"
            ? await new JoinComplaints(regrouper).UndoAsync(row.Number, officer, default)
            : await new SplitComplaint(regrouper).UndoAsync(row.Number, officer, default);
    }
}
