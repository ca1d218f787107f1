using Gateway.Core.Ledger;

namespace Gateway.Core.Intake;

/// <summary>What one message of a chat is to the ledger.</summary>
/// <param name="Item">The item that holds it, or held it before it was edited; null when it is new.</param>
/// <param name="IsKnown">True when nothing of it is new.</param>
/// <param name="NewMarks">Marks to remember it by; empty when it is known.</param>
internal sealed record SeenLine(KnownItem? Item, bool IsKnown, IReadOnlyList<byte[]> NewMarks)
{
    /// <summary>Its words were changed after an earlier export.</summary>
    public bool IsEdited => Item is not null && !IsKnown;
}
