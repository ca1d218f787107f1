using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
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
        var since = new Dictionary<string, CreateSince>(StringComparer.Ordinal);
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
                if (reached) Add(since, entry);
            }

            reached |= line.N == from.N && line.Check == from.Check;
            before = line;
        }

        return reached ? since : null;
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
                if (line.Entry is { } entry && (entry.Number == number || entry.InPlaceOf?.Contains(number) == true)) found.Add(entry);
                before = line;
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return before is null ? null : found;
    }

    private static void Add(Dictionary<string, CreateSince> since, JournalEntry entry)
    {
        since[entry.Number] = After(since.GetValueOrDefault(entry.Number), entry.Outcome, entry.CentralId);
        // A restored ledger knows the whole again and not its parts: whether the parts went, a person must see.
        foreach (var whole in entry.InPlaceOf ?? []) since[whole] = new CreateSince(true, since.GetValueOrDefault(whole)?.CentralId);
    }

    // Begun leaves it in doubt until an end says what came of it. A number, once given, stays.
    private static CreateSince After(CreateSince? before, AttemptOutcome? outcome, string? centralId) => outcome switch
    {
        null => new CreateSince(true, before?.CentralId),
        AttemptOutcome.Done when centralId is not null => new CreateSince(false, centralId),
        AttemptOutcome.Done or AttemptOutcome.Unknown => new CreateSince(true, before?.CentralId),
        // Definitely refused or not sent; what an earlier one left in doubt was settled before this one was permitted.
        _ => new CreateSince(false, before?.CentralId),
    };

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
