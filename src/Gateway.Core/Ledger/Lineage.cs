namespace Gateway.Core.Ledger;

/// <summary>One complaint stands in the place of another.</summary>
/// <param name="Parent">The earlier one, discarded by it.</param>
/// <param name="Child">The later one.</param>
/// <param name="How"><c>split</c> or <c>joined</c>.</param>
/// <param name="Undone">It gave the place back; the child stays discarded for ever.</param>
public sealed record Lineage(string Parent, string Child, string How, bool Undone = false);
