namespace Gateway.Core.Ledger;

/// <summary>
/// A row says something that this version does not know, since a newer one wrote it. It is left alone: nodes of both versions work side by
/// side, and what only the newer one understands only that one moves.
/// </summary>
public sealed class NewerRowException : LedgerUnavailableException
{
    public NewerRowException() { }

    public NewerRowException(string message) : base(message) { }

    public NewerRowException(string message, Exception inner) : base(message, inner) { }

    /// <summary>A word of an enum.</summary>
    public static NewerRowException Of(string kind, string word) =>
        new($"The ledger holds a word that this version does not know, {kind} '{word}'. A newer version wrote it; look at it there, or update this node.");
}
