namespace Gateway.Infrastructure.Journal;

/// <summary>Judges what lies at the place of a journal: the one place that decides whether a ledger may go on with it.</summary>
/// <param name="State">The judgement.</param>
/// <param name="Late">When it began, if the ledger had sent something before: of that it does not tell. Null when it tells of everything.</param>
public sealed record JournalLook(JournalState State, DateTimeOffset? Late)
{
    /// <summary>Looks.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ledger">Id of the ledger.</param>
    /// <param name="past">What the ledger knows of it.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static JournalLook At(string path, string ledger, JournalPast past)
    {
        if (!File.Exists(path)) return new JournalLook(past.Last is not null || past.HasSent ? JournalState.Missing : JournalState.New, null);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var heading = JournalFile.Heading(file);
        var late = heading is { Late: true } ? heading.Begun : null;
        if (heading is not null && heading.Ledger != ledger) return new JournalLook(JournalState.Foreign, late);
        if (heading is null || JournalFile.Tail(file) is null) return new JournalLook(JournalState.Broken, late);
        // One that was begun in its place, and of which the ledger had no time to take note.
        if (past.Last is { } last && heading.After == last.Check) return new JournalLook(JournalState.Whole, late);
        return new JournalLook(past.Last is null || JournalReader.Contains(path, past.Last) ? JournalState.Whole : JournalState.Gap, late);
    }
}
