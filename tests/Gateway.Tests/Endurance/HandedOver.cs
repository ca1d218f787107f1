namespace Gateway.Tests.Endurance;

/// <summary>One complaint that a source handed over, as the source remembers it.</summary>
/// <param name="Nth">Which one, by <see cref="Tale"/>.</param>
/// <param name="Receipt">The tracking number it was told; null when it was told nothing.</param>
/// <param name="IsKept">Its source keeps it and offers it until it is taken, as a mail folder does; otherwise it is gone without a receipt.</param>
internal sealed record HandedOver(int Nth, string? Receipt, bool IsKept);
