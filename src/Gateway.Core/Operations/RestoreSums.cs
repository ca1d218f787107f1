namespace Gateway.Core.Operations;

/// <summary>What a restore made of the complaints that were not delivered.</summary>
/// <param name="Unknown">Nobody knows: they wait for a person.</param>
/// <param name="Delivered">The journal proves that they were delivered since.</param>
/// <param name="Kept">The journal proves that nothing was sent of them since: they stand as they stood.</param>
public sealed record RestoreSums(int Unknown, int Delivered, int Kept);
