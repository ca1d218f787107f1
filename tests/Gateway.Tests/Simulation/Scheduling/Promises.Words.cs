using System.Text;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Parts;
using S = Gateway.Core.Ledger.ComplaintState;

namespace Gateway.Tests.Simulation.Scheduling;

// What was written is kept, and stands in one place.
internal static partial class Promises
{
    /// <summary>True when the words stand in the complaint.</summary>
    public static bool Says(ComplaintRow? row, string words) => row is not null && row.Sealed.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;

    // Every word that was taken is in a complaint, or with the complaint it follows.
    private static void CheckWords(World world)
    {
        foreach (var item in world.Sources.Items)
        {
            if (item is not { IsTold: true, Outcome: ItemOutcome.Complaint, Mark: { } mark }) continue;
            // What took a process down lies in quarantine with its bytes, and what comes again is a repeat of it.
            if (item.Receipt is { } receipt && receipt.Items.All(part => part.Numbers.Count == 0) && world.Ledger.Entries.Any(entry => entry.Outcome == ItemOutcome.Quarantined)) continue;
            var words = Encoding.UTF8.GetBytes(mark);
            Demand(
                world.Ledger.Complaints.Any(row => row.Sealed.AsSpan().IndexOf(words) >= 0) || world.Ledger.Entries.Any(entry => entry.FollowUp.AsSpan().IndexOf(words) >= 0),
                $"The words of {SimulatedSources.Name(item)} are lost.");
        }
    }

    // What an officer added to a complaint stays in it, however many were at it.
    private static void CheckAnswers(World world)
    {
        foreach (var (number, answer) in world.Answers)
        {
            Demand(Says(world.Ledger.Complaint(number), answer), $"'{answer}' was added to {number} and is not in it any more.");
        }
    }

    // One matter stands in one place: who was split or joined stands no more while an heir does, and who was taken back stays away.
    private static void CheckFamilies(World world)
    {
        foreach (var kin in world.Ledger.Kin)
        {
            // After a restore a person decides about each by what is at the centre, where one may be whose undoing was forgotten.
            if (WasRestored(world, kin.Parent) || WasRestored(world, kin.Child)) continue;
            var isGone = world.Ledger.Complaint(kin.Child) is { State: S.Discarded } || (!kin.Undone && world.Ledger.Complaint(kin.Parent) is { State: S.Discarded });
            var hasGrown = kin.Undone && world.Ledger.StandsElsewhere(kin.Child) && world.Ledger.EventsOf(kin.Child).Any(happened => happened.Kind is "followed-up");
            Demand(!hasGrown, $"{kin.Child} was taken back, and with it what had followed it.");
            Demand(isGone, $"{kin.Parent} and {kin.Child}, {kin.How}, both stand.");
        }

        foreach (var row in world.Ledger.Complaints) CheckFollowUps(world, row);
    }

    private static bool WasRestored(World world, string number) => world.Ledger.EventsOf(number).Any(happened => happened.By == ActorKind.Restore);

    // What comes after a split belongs to a part of it: nobody looks at the whole any more.
    private static void CheckFollowUps(World world, ComplaintRow row)
    {
        var isReplaced = false;
        foreach (var happened in world.Ledger.EventsOf(row.Number))
        {
            if (happened.Kind == "moved") isReplaced = happened is { To: S.Discarded, Reasons: [{ Code: "split" or "joined" }, ..] };
            Demand(happened.Kind != "followed-up" || !isReplaced || !world.Ledger.StandsElsewhere(row.Number), $"A follow-up was put to {row.Number}, which had been split or joined.");
        }
    }
}
