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
        var later = await ledger.LoggedEventsAsync(new LogQuery { From = now, Until = DateTimeOffset.MaxValue, Limit = 1 }, ct);
        foreach (var (what, at) in new[] { ("restore.clock-backup", made), ("restore.clock-journal", journal), ("restore.clock-event", later.FirstOrDefault()?.What.At) })
            if (at > now) throw new CommandException(2, words["restore.clock-behind", ComplaintPage.Moment(now)!, words[what], ComplaintPage.Moment(at)!]);
    }
}
