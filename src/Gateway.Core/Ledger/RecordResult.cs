namespace Gateway.Core.Ledger;

/// <summary>What the ledger made of one <see cref="ItemEntry"/>.</summary>
public enum RecordResult
{
    /// <summary>Recorded, now or by an earlier try with the same id.</summary>
    Done,

    /// <summary>Its source key, a mark, or a reporter's index was taken in between: look again and decide anew. Nothing of it was written.</summary>
    Conflict,
}
