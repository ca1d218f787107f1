using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Ledger;
using Gateway.Tests.Simulation.Parts;
using S = Gateway.Core.Ledger.ComplaintState;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>
/// The promises of the gateway, as what must be true of a world. What concerns the moment of a create is judged by
/// <see cref="SimulatedCentre"/> when it stores.
/// </summary>
internal static partial class Promises
{
    /// <summary>Everything has an outcome and nothing is going to happen by itself.</summary>
    public static bool IsAtRest(World world) =>
        world.Pending.Count == 0
        && world.NextLater is null
        && !world.Sources.HasWaiting
        && !world.Ledger.HasUnfinished
        && !world.Ledger.HasRestless
        && !world.Ledger.HasRestlessTask;

    /// <summary>How many complaints are under way, at their source or here.</summary>
    public static int CountRestless(World world) =>
        world.Sources.Items.Count(item => !item.IsTold) + world.Ledger.Complaints.Count(row => !Moves.IsAtRest(row.State)) + world.Ledger.RestlessTasks.Count();

    public static string WhatIsStuck(World world) => string.Join(
        "; ",
        [
            .. world.Sources.Items.Where(item => !item.IsTold).Select(item => $"{SimulatedSources.Name(item)} was never taken"),
            .. world.Ledger.Arrivals.Where(arrival => !arrival.Done).Select(arrival => $"arrival {arrival.Id} has no outcome"),
            .. world.Ledger.Complaints.Where(row => !Moves.IsAtRest(row.State)).Select(row => $"{row.Number} is {row.State}, due {row.Due:HH:mm:ss}, published {row.Published:HH:mm:ss}"),
            .. world.Ledger.RestlessTasks.Select(task => $"task {task.Name} is {task.State}, due {task.Due:HH:mm:ss}, in doubt since {task.DoubtSince:HH:mm:ss}"),
            .. world.Pending.Select(call => $"{call.Actor.Name} waits for {call.Name}"),
        ]);

    public static void Check(World world)
    {
        foreach (var item in world.Sources.Items) CheckTaken(world, item);
        CheckOnePlace(world);
        CheckSums(world);
        CheckWords(world);
        CheckAnswers(world);
        CheckFamilies(world);
        foreach (var task in world.Ledger.Tasks) CheckTask(world, task);
        Demand(world.Restoration is { IsDone: true } || world.Broker.DeadLetters.Count == 0, "A wake-up names a complaint that the ledger does not know.");
        foreach (var row in world.Ledger.Complaints)
        {
            CheckHistory(world, row);
            CheckDoubt(world, row);
            CheckEnded(world, row);
            if (row.State == S.Delivered) CheckDelivered(world, row);
        }
    }

    // Nothing is lost: what the source was told is taken is on disk, with its complaints.
    private static void CheckTaken(World world, SourceItem item)
    {
        if (!item.IsTold) return;
        Demand(item.Receipt is { Items.Count: > 0 }, $"{SimulatedSources.Name(item)} was told it is taken, without a receipt.");
        foreach (var part in item.Receipt!.Items)
        {
            var found = world.Ledger.Items.FirstOrDefault(row => row.Id == part.Id);
            Demand(found is not null && found.Outcome == part.Outcome, $"The receipt of {item.Key} names item {part.Id}, which the ledger does not have so.");
            foreach (var number in part.Numbers) Demand(world.Ledger.Complaint(number) is not null, $"The receipt of {item.Key} names {number}, which does not exist.");
            if (part.Outcome == ItemOutcome.Complaint) Demand(part.Numbers.Count > 0, $"{item.Key} became a complaint without a number.");
        }
    }

    // One item, one complaint, however often its source offered it.
    private static void CheckOnePlace(World world)
    {
        foreach (var same in world.Ledger.Entries.Where(entry => entry.Outcome == ItemOutcome.Complaint).GroupBy(entry => Convert.ToHexString(entry.SourceKey)))
            Demand(same.Count() == 1, $"One source item became {same.Count()} complaints: {string.Join(", ", same.SelectMany(entry => entry.Complaints).Select(complaint => complaint.Number))}.");
        var wanted = world.Sources.Items.Where(item => item is { IsTold: true, Outcome: ItemOutcome.Complaint }).Select(item => item.Key).Distinct().Count();
        var others = world.Ledger.Entries.Count(entry => entry.Outcome is ItemOutcome.Quarantined or ItemOutcome.FollowUp);
        Demand(world.Ledger.Complaints.Count + others >= wanted, $"{wanted} complaints were taken, the ledger has {world.Ledger.Complaints.Count} and {others} that follow one or are in quarantine.");
    }

    private static void CheckSums(World world)
    {
        var sums = world.Ledger.SumsAsync(default).Result;
        Demand(sums.Sum(sum => sum.Count) == world.Ledger.Entries.Count, "The sums of outcomes do not add up to the items.");
        var heirs = world.Ledger.Kin.Select(kin => kin.Child).Distinct().Count();
        Demand(world.Ledger.Entries.Sum(entry => entry.Complaints.Count) + heirs == world.Ledger.Complaints.Count, "The items do not add up to the complaints.");
        Demand(world.Ledger.Arrivals.Where(arrival => arrival.Done).All(arrival => world.Ledger.Entries.Any(entry => entry.Arrival == arrival.Id)), "An arrival is done without an outcome.");
    }

    // Nothing happens unseen: events without a gap, each move allowed, the row where the last one left it.
    private static void CheckHistory(World world, ComplaintRow row)
    {
        S? state = null;
        var sequence = 0;
        var wished = false;
        foreach (var happened in world.Ledger.EventsOf(row.Number))
        {
            Demand(happened.Sequence == ++sequence, $"{row.Number} has event {happened.Sequence} where {sequence} was due.");
            wished = happened.Kind == "wished" || (wished && (happened.Kind != "moved" || happened.By == ActorKind.Worker));
            if (happened.Kind == "moved")
            {
                Demand(!wished || happened.To != S.Forwarding, $"{row.Number} was taken up again although somebody wished it kept back.");
                Demand(happened.From == state, $"{row.Number} moved from {happened.From}, but it was {state}.");
                Demand(Moves.Allows(state!.Value, happened.To, happened.By), $"{row.Number} moved from {state} to {happened.To} by {happened.By}.");
            }

            if (happened.Kind is "moved" or "recorded") state = happened.To;
            if (happened.Reasons is [{ Code: "id-already-used", Detail: { } other }, ..])
                Demand(world.Ledger.Complaint(other) is { Suspect: true }, $"{row.Number} got the id of {other}, and nobody is told that one of them is wrong.");
        }

        Demand(state == row.State && sequence == row.Version, $"{row.Number} is {row.State} at {row.Version}, its events end at {state}, {sequence}.");
    }

    // Doubt is never sent again: only Unknown and Delivered may have a create that is not clear.
    private static void CheckDoubt(World world, ComplaintRow row)
    {
        if (row.State is S.Unknown or S.Delivered or S.Forwarding) return;
        var doubtful = world.Ledger.AttemptsOf(row.Number).FirstOrDefault(attempt => SimulatedLedger.IsDoubtful(attempt) && attempt.Outcome != AttemptOutcome.Done);
        Demand(doubtful is null, $"{row.Number} is {row.State}, but its create {doubtful?.Id} may be at the centre.");
        var stored = world.Centre.IdOf(row.Number);
        Demand(stored is null, $"{row.Number} is {row.State}, but it is at the centre as {stored}.");
    }

    private static void CheckEnded(World world, ComplaintRow row) =>
        Demand(world.Ledger.AttemptsOf(row.Number).All(attempt => attempt.Ended is not null), $"{row.Number} is {row.State} with an attempt that never ended.");

    private static void CheckDelivered(World world, ComplaintRow row)
    {
        Demand(row.CentralId is not null, $"{row.Number} is Delivered without an id.");
        Demand(
            world.Ledger.Complaints.Count(other => other.CentralId == row.CentralId) == 1,
            $"{row.CentralId} stands at {row.Number} and at another complaint.");
        if (!world.Centre.LiedAbout(row.Number))
            Demand(world.Centre.IdOf(row.Number) == row.CentralId || world.Centre.ForgottenIdOf(row) is not null, $"{row.Number} is Delivered as {row.CentralId}, the centre has it as {world.Centre.IdOf(row.Number) ?? "nothing"}.");
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds) throw new BrokenPromiseException(otherwise);
    }
}
