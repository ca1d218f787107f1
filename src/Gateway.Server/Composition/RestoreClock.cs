using Gateway.Core.Ledger;
using Gateway.Server.Commands;
using Gateway.Server.Words;

namespace Gateway.Server.Composition;

/// <summary>
/// Refuses a restore by a clock that is behind what is restored, such as that of a new machine. The time that the ledger has forgotten would end
/// before it began, and what comes in again would be taken for new.
/// </summary>
internal static class RestoreClock
{
    /// <param name="ledger">What is restored.</param>
    /// <param name="made">When the backup was made.</param>
    /// <param name="journal">When the last line of its journal was written; null for none.</param>
    /// <param name="time">The clock.</param>
    /// <param name="words">Words for people.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <exception cref="CommandException">It is behind.</exception>
    public static async Task CheckAsync(ILedger ledger, DateTimeOffset made, DateTimeOffset? journal, TimeProvider time, WordList words, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        foreach (var (what, at) in new[] { ("restore.clock-backup", made), ("restore.clock-journal", journal), ("restore.clock-event", await LaterAsync(ledger, now, ct)) })
            if (at > now) throw new CommandException(2, words["restore.clock-behind", ComplaintPage.Moment(now)!, words[what], ComplaintPage.Moment(at)!]);
    }

    // Null when events of the past stand behind it: then its own clock was ahead and was put right since, and it proves nothing.
    private static async Task<DateTimeOffset?> LaterAsync(ILedger ledger, DateTimeOffset now, CancellationToken ct)
    {
        var query = new LogQuery { From = now, Until = DateTimeOffset.MaxValue, Limit = 1 };
        if (await ledger.LoggedEventsAsync(query, ct) is not [var later]) return null;
        var since = await ledger.LoggedEventsAsync(query with { From = DateTimeOffset.UnixEpoch, Until = now, After = later.Position }, ct);
        return since.Count == 0 ? later.What.At : null;
    }
}
