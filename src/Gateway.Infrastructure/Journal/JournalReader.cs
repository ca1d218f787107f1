using Gateway.Core.Forwarding;
using Gateway.Core.Operations;

namespace Gateway.Infrastructure.Journal;

/// <summary>Reads what a journal knows of the creates since a backup, if it is whole from there to its end.</summary>
public static class JournalReader
{
    /// <summary>Creates since a position, by tracking number.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ledger">Id of the restored ledger.</param>
    /// <param name="from">How far the journal went when the backup was made.</param>
    /// <param name="until">When its last line was written; null for one without lines.</param>
    /// <returns>Null when it is the journal of another ledger, does not reach back so far, or is broken after it: then it proves nothing.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyDictionary<string, CreateSince>? Since(string path, string ledger, JournalPosition from, out DateTimeOffset? until)
    {
        until = null;
        var since = new CreatesSince();
        JournalLine? before = null;
        var reached = false;
        foreach (var text in Lines(path))
        {
            var line = JournalLine.Read(text);
            if (line is null) return null;
            if (before is null ? !(line.IsHeading() && line.Ledger == ledger) : !line.Follows(before)) return null;
            if (line.Entry is { } entry)
            {
                until = entry.At;
                if (reached) since.Add(entry);
            }

            reached |= line.N == from.N && line.Check == from.Check;
            before = line;
        }

        return reached ? since.ByNumber : null;
    }

    /// <summary>What a journal says of one complaint, in order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ledger">Id of its ledger.</param>
    /// <param name="number">Tracking number.</param>
    /// <returns>Null when it cannot be read, is of another ledger, or a line is missing or changed.</returns>
    public static IReadOnlyList<JournalEntry>? About(string path, string ledger, string number)
    {
        var found = new List<JournalEntry>();
        JournalLine? before = null;
        try
        {
            foreach (var text in Lines(path))
            {
                if (JournalLine.Read(text) is not { } line) return null;
                if (before is null ? !(line.IsHeading() && line.Ledger == ledger) : !line.Follows(before)) return null;
                if (line.Entry is { } entry && ((entry.Origin ?? entry.Number) == number || entry.InPlaceOf?.Contains(number) == true)) found.Add(entry);
                before = line;
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return before is null ? null : found;
    }

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
