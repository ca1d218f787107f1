using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Attachments;
using Gateway.Core.Connectivity;
using Gateway.Core.Duplicates;
using Gateway.Core.Identity;
using Gateway.Core.Intake;
using Gateway.Core.Ledger;
using Gateway.Core.Nodes;
using Gateway.Core.Operations;

namespace Gateway.Core.Gates;

/// <summary>
/// Leads recorded complaints through the gates: each becomes Queued or Held with every reason. What tells the same is judged in ledger order;
/// what tells something else waits for nobody's pictures. One node judges for all, and what it finds counts only while it has the duty: with
/// two at it, an order of the ledger would mean nothing.
/// </summary>
public sealed class GateKeeper(
    ILedger ledger, ComplaintReader reader, Preparation preparation, IRegistrySource registry, IIdentifiers identifiers, GatesOptions options,
    DuplicateSearch duplicates, Duties duties, ICrashPoints crash, TimeProvider time)
{
    /// <summary>Name of the duty.</summary>
    public const string Duty = "gates";

    private const int AtOnce = 200;

    private IReadOnlyList<RestoreWindow>? forgotten;

    /// <summary>The gates, in order. Pure, so the simulation remembers what those that look at nothing but words found in its few texts.</summary>
    internal IReadOnlyList<Gate> Gates { get; init; } = GateList.InOrder;

    /// <summary>Judges what waits, most of it together.</summary>
    /// <returns>How many were judged; zero when nothing waits.</returns>
    public Task<int> StepAsync(CancellationToken ct) => StepAsync(AtOnce, ct);

    /// <summary>Judges what waits: all without files together, and one with files, whose pictures may take seconds.</summary>
    /// <param name="most">How many at most; few make a short turn.</param>
    /// <param name="ct">Stops the wait, not what is already durable.</param>
    /// <returns>How many were judged; zero when nothing waits or another node judges.</returns>
    public async Task<int> StepAsync(int most, CancellationToken ct)
    {
        if (registry.IsBehind)
        {
            await duties.LeaveAsync(Duty, ct);
            return 0;
        }

        if (await duties.HoldAsync(Duty, ct) is not { } hold) return 0;
        // A restore happens before a process begins on the ledger, never beside it.
        forgotten ??= await RestoreWindow.AllAsync(ledger, ct);
        var rounds = new Dictionary<string, RoundRow?>();
        var together = new JudgedTogether((opened, beside) => MoveAsync(opened, RoundOf(opened.Row, rounds), beside, hold, ct));
        OpenedRow? withFiles = null;
        // Whose turn comes later: nothing that tells the same may be judged before them.
        var waiting = new AlikeRows();
        var rows = await ledger.UnjudgedAsync(most, ct);
        // Asked after the rows: each was taken in under a registry that is in force here too.
        if (rows.Count == 0 || !await registry.IsLatestAsync(ct)) return 0;
        foreach (var row in rows)
        {
            var opened = Open(row);
            var waits = waiting.HasSameAs(opened) || (opened.HasFiles && withFiles is not null);
            if (waits || opened.HasFiles) waiting.Add(opened);
            if (waits) continue;
            if (row.Round is { } round && !rounds.ContainsKey(round)) rounds[round] = await ledger.RoundAsync(round, ct);
            if (opened.HasFiles) withFiles = opened;
            else await together.AddAsync(opened);
        }

        var judged = await together.FinishAsync();
        // What was posted meanwhile is looked for again before the next one.
        if (withFiles is not null && await MoveAsync(withFiles, RoundOf(withFiles.Row, rounds), [], hold, ct)) judged++;
        return judged;
    }

    private static RoundRow? RoundOf(ComplaintRow row, Dictionary<string, RoundRow?> rounds) => row.Round is null ? null : rounds[row.Round];

    private OpenedRow Open(ComplaintRow row)
    {
        try
        {
            var complaint = reader.Open(row);
            var (told, bands) = OnceMore.After(() => duplicates.Read(row, complaint));
            return new OpenedRow(row, complaint, null) { Told = told, Bands = bands };
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return new OpenedRow(row, null, CannotBeOpened(unreadable));
        }
        catch (Exception fault) when (FaultOfItem.Is(fault))
        {
            return new OpenedRow(row, null, CannotBeJudged(fault));
        }
    }

    // One row that cannot be opened must not stop the others: it goes to a person.
    private static Reason CannotBeOpened(Exception unreadable) => new("cannot-be-opened", unreadable.GetType().Name);

    // Nor one that a rule stumbles over: it would be the first of every look, and nothing behind it would ever be judged.
    private static Reason CannotBeJudged(Exception fault) => new("cannot-be-judged", fault.GetType().Name);

    private async Task<bool> MoveAsync(OpenedRow opened, RoundRow? round, IReadOnlyList<string> beside, DutyHold hold, CancellationToken ct)
    {
        var row = opened.Row;
        IReadOnlyList<Reason> reasons;
        string? link = null;
        Judgement? judgement = null;
        if (opened.Complaint is not { } complaint) reasons = [opened.Fault!];
        else
        {
            try
            {
                var (upTo, near) = await duplicates.FindAsync(row, opened.Told!, opened.Bands, ct);
                judgement = new Judgement(opened.Bands, upTo, beside);
                var given = await OnceMore.AfterAsync(() => CaseAsync(row, complaint, round, ct)) with { Near = near };
                reasons = OnceMore.After(() => GateList.Judge(given, Gates));
                link = await CountedWithAsync(GateList.Link(given), ct);
            }
            catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
            {
                reasons = [CannotBeOpened(unreadable)];
            }
            catch (Exception fault) when (FaultOfItem.Is(fault))
            {
                reasons = [CannotBeJudged(fault)];
            }
            catch (NewerRowException)
            {
                // What it has to do with was written by a newer version, which judges it.
                return false;
            }
        }

        var moved = await ledger.MoveAsync(
            new Move
            {
                Id = identifiers.NewId(),
                Number = row.Number,
                From = ComplaintState.Recorded,
                To = reasons.Count == 0 ? ComplaintState.Queued : ComplaintState.Held,
                Version = row.Version,
                By = ActorKind.Rule,
                Actor = "gates",
                Reasons = reasons,
                At = time.GetUtcNow(),
                LinkTo = link,
                Judgement = judgement,
                Under = hold,
            },
            ct);
        crash.Reach(CrashPoint.Judged);
        // A verdict that does not count, since another node has the duty now, is none: who counted it would judge on without rest.
        return moved == MoveResult.Done;
    }

    // What waits as the same as another is itself counted with that one, or with none when that came later. Links lead back in the ledger, so
    // this ends.
    private async Task<string?> CountedWithAsync(ComplaintRow? link, CancellationToken ct)
    {
        // What an officer called related to it goes its own way.
        while (link is { LinkFound: { } next } && HeldAsSame.Is(link) && await ledger.FindAsync(next, ct) is { } first && first.Position < link.Position && InProcess.Is(first)) link = first;
        return link is null || HeldAsSame.IsAsLater(link) ? null : link.Number;
    }

    // Intake tells it of the text and the title.
    private static IEnumerable<Reason> Unmasked(ComplaintRow row, Reason? fault) =>
        fault is null || row.Reasons.Any(known => known.Code == fault.Code) ? [] : [fault];

    private async Task<GateCase> CaseAsync(ComplaintRow row, Complaint complaint, RoundRow? round, CancellationToken ct)
    {
        var destination = registry.Current.Destination(row.Destination);
        var earlier = new List<ComplaintRow>();
        // What is a duplicate, was split or joined is there in what stands for it.
        foreach (var same in await ledger.SameContentAsync(row.ContentKey, row.Position, ct)) earlier.Add(await ledger.FirstAsync(same, ct));
        earlier.RemoveAll(heir => heir.Number == row.Number);
        var masked = ComplaintReader.MaskedOpen(row, complaint, await reader.ReporterAsync(ledger, row, ct), out var fault);
        return new GateCase(
            row, complaint, row.Reasons, registry.Current.Channel(row.Channel), destination, earlier, round, options.BatchLimit)
        {
            // Made ready here, so that an officer sees what will be sent before it is.
            Forgotten = forgotten ?? [],
            Unsendable = destination is null ? [] : [.. (await preparation.ReadyAsync(row, masked, destination, ct)).Refusals, .. Unmasked(row, fault)],
        };
    }
}
