namespace Gateway.Infrastructure.Journal;

/// <summary>What lies at the place of a journal, against what its ledger remembers.</summary>
public enum JournalState
{
    /// <summary>The one it wrote last.</summary>
    Whole,

    /// <summary>None, and none was written yet.</summary>
    New,

    /// <summary>None, though one was written.</summary>
    Missing,

    /// <summary>It is of the ledger, and not the one written last or an older copy of it: something is missing in it.</summary>
    Gap,

    /// <summary>It cannot be read.</summary>
    Broken,

    /// <summary>It belongs to another ledger.</summary>
    Foreign,
}
