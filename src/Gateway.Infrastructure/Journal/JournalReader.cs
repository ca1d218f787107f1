using System.Text;
using Gateway.Core.Forwarding;
using Gateway.Core.Operations;

namespace Gateway.Infrastructure.Journal;

/// <summary>Reads what a journal knows of the creates since a backup, if it is whole from there to its end.</summary>
public static class JournalReader
{
    // A person gives the moment by the minute, and by the clock of another machine.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(15);

    /// <summary>Creates since a position, by tracking number.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ledger">Id of the restored ledger.</param>
    /// <param name="from">How far the journal went when the backup was made.</param>
    /// <param name="until">When its last line was written; null for one without lines.</param>
    /// <returns>
    /// Null when it is the journal of another ledger, does not have that line, or is broken after it: then it proves nothing. What was damaged before
    /// it takes nothing away.
    /// </returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyDictionary<string, CreateSince>? Since(string path, string ledger, JournalPosition from, out DateTimeOffset? until)
    {
        var since = new CreatesSince();
        until = null;
        var reached = false;
        foreach (var line in Chain(path, ledger, from))
        {
            if (line is null) return null;
            if (reached && line.Entry is { } entry) since.Add(entry);
            until = line.Entry?.At ?? until;
            reached = true;
        }

        return reached ? since.ByNumber : null;
    }

    /// <summary>The same since a moment, for a backup of which nobody noted how far the journal went.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ledger">Id of the ledger that was put back.</param>
    /// <param name="made">When its backup was made. What was written a little earlier counts too.</param>
    /// <param name="until">When its last line was written; null for one without lines.</param>
    /// <returns>Null when it is the journal of another ledger, has no line from before, or is broken: then it proves nothing.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyDictionary<string, CreateSince>? Since(string path, string ledger, DateTimeOffset made, out DateTimeOffset? until)
    {
        var since = new CreatesSince();
        until = null;
        var (reached, counts) = (false, false);
        foreach (var line in Chain(path, ledger))
        {
            if (line is null) return null;
            if (line.Entry is not { } entry) continue;
            until = entry.At;
            // One that was begun after the backup may have had another before it.
            reached |= entry.At <= made;
            // A clock that was set back later leaves nothing out.
            counts |= entry.At >= made - Margin;
            if (counts) since.Add(entry);
        }

        return reached ? since.ByNumber : null;
    }

    /// <summary>True when it is the journal that was at that position, and goes at least so far.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool Contains(string path, JournalPosition position)
    {
        var check = Encoding.UTF8.GetBytes(position.Check);
        // Only the line that may be it is worth reading as one.
        return Lines(path).Any(text => text.AsSpan().IndexOf(check) >= 0 && IsAt(JournalLine.Read(text), position));
    }

    /// <summary>True when it has a position, and a line after that is missing or changed.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool IsBrokenAfter(string path, string ledger, JournalPosition from) => Chain(path, ledger, from).Contains(null);

    /// <summary>What a journal says of one complaint, in order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ledger">Id of its ledger.</param>
    /// <param name="number">Tracking number.</param>
    /// <returns>Null when it cannot be read, is of another ledger, or a line is missing or changed.</returns>
    public static IReadOnlyList<JournalEntry>? About(string path, string ledger, string number)
    {
        var found = new List<JournalEntry>();
        try
        {
            foreach (var line in Chain(path, ledger))
            {
                if (line is null) return null;
                if (line.Entry is { } entry && entry.SpeaksOf(number)) found.Add(entry);
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return found;
    }

    /// <summary>
    /// What every line says, in order. A damaged one is passed over: whoever asks what may be at the centre is better served by the others than by
    /// none.
    /// </summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static IEnumerable<JournalEntry> Entries(string path) => Lines(path).Select(text => JournalLine.Read(text)?.Entry).OfType<JournalEntry>();

    // Each line that follows the one before unchanged; null where one does not, or where there is not even a heading, and nothing after it.
    private static IEnumerable<JournalLine?> Chain(string path, string ledger)
    {
        JournalLine? before = null;
        foreach (var text in Lines(path))
        {
            var line = JournalLine.Read(text);
            var follows = line is not null && (before is null ? line.IsHeading() && line.Ledger == ledger : line.Follows(before));
            yield return follows ? line : null;
            if (!follows) yield break;
            before = line;
        }

        if (before is null) yield return null;
    }

    // From the line at a position on; nothing when there is none.
    private static IEnumerable<JournalLine?> Chain(string path, string ledger, JournalPosition from)
    {
        if (!from.TellsApart) yield break;
        JournalLine? before = null;
        foreach (var line in Lines(path).Select(text => JournalLine.Read(text)))
        {
            if (line is { N: 0, Ledger: { } owner } && owner != ledger) yield break;
            if (before is null && !IsAt(line, from)) continue;
            var follows = before is null || line?.Follows(before) == true;
            yield return follows ? line : null;
            if (!follows) yield break;
            before = line;
        }
    }

    private static bool IsAt(JournalLine? line, JournalPosition position) => line?.N == position.N && line.Check == position.Check;

    // What follows the last line end was torn by a power cut, and no call followed it.
    private static IEnumerable<byte[]> Lines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var line = new MemoryStream();
        var buffer = new byte[1 << 16];
        int count;
        while ((count = file.Read(buffer)) > 0)
        {
            var rest = buffer.AsMemory(0, count);
            int end;
            while ((end = rest.Span.IndexOf((byte)'\n')) >= 0)
            {
                line.Write(rest.Span[..end]);
                yield return line.ToArray();
                line.SetLength(0);
                rest = rest[(end + 1)..];
            }

            line.Write(rest.Span);
        }
    }
}
