namespace Gateway.Core.Ledger;

/// <summary>What a task does at the centre.</summary>
public enum TaskKind
{
    /// <summary>Hands a complaint on to the institution that answers (disposisi).</summary>
    HandOn,

    /// <summary>Adds words to a complaint that is there (tindak lanjut).</summary>
    FollowUp,
}
