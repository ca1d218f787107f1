using Gateway.Core.Operations;
using Gateway.Tests.Simulation.Ledger;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>
/// A backup that is made in the middle of things, and later the disk that dies: the ledger is put back as it was, with the journal or without,
/// and the gateway begins anew on it. What the sources gave meanwhile is offered again; form posts of that time are gone with the disk.
/// </summary>
internal sealed class Restoration(World world)
{
    private static readonly Officer Officer = new("Pak Bayu", "cakram rusak");

    private (SimulatedLedger Ledger, DateTimeOffset Made, int Lines)? backup;

    /// <summary>It happened.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Creates that were under way at the moment of the restore, of complaints whatever the ledger says.</summary>
    public IReadOnlySet<string> UnderWay { get; private set; } = new HashSet<string>();

    /// <summary>The next of the two.</summary>
    public void Act()
    {
        if (backup is not { } made) BackUp();
        else if (!IsDone) Restore(made.Ledger, made.Made, made.Lines);
    }

    private void BackUp()
    {
        world.Note("a backup is made");
        backup = (world.Ledger.Copy(), world.Clock.GetUtcNow(), world.Journal.Count);
    }

    private void Restore(SimulatedLedger ledger, DateTimeOffset made, int lines)
    {
        var hasJournal = world.Choices.Next(2) == 1;
        world.Note(hasJournal ? "the backup is restored with its journal" : "the backup is restored");
        world.Coverage.Count("restore", hasJournal ? "with-journal" : "without-journal");
        IsDone = true;
        UnderWay = world.Ledger.Complaints.Select(row => row.Number).Where(number => world.Ledger.AttemptsOf(number).Any(SimulatedLedger.IsDoubtful)).ToHashSet();
        world.Replace(ledger, () => Mark(ledger, made, hasJournal ? Since(lines) : null));
        // Without it the journal died with the disk, and a new one is begun.
        if (!hasJournal) world.Journal.Clear();
        world.Sources.OfferAgain(ledger);
        world.Answers.RemoveAll(answer => !Promises.Says(ledger.Complaint(answer.Number), answer.Words));
        if (world.Choices.Next(2) == 1) world.Broker.LoseAll();
    }

    private void Mark(SimulatedLedger ledger, DateTimeOffset made, IReadOnlyDictionary<string, CreateSince>? since)
    {
        if (world.Mutant.Has(GatewayFault.RestoresUnmarked)) return;
        new RestoreLedger(ledger, world.Identifiers, world.Clock).ExecuteAsync(made, since, Officer, default).GetAwaiter().GetResult();
    }

    private IReadOnlyDictionary<string, CreateSince> Since(int lines)
    {
        var since = new CreatesSince();
        foreach (var entry in world.Journal.Skip(lines)) since.Add(entry);
        return since.ByNumber;
    }
}
