namespace Gateway.Core.Operations;

/// <summary>What a restore made of the complaints that were not delivered.</summary>
/// <param name="Unknown">Nobody knows: they wait for a person.</param>
/// <param name="Delivered">The journal proves that they were delivered since.</param>
/// <param name="Kept">The journal proves that nothing was sent of them since: they stand as they stood.</param>
public sealed record RestoreSums(int Unknown, int Delivered, int Kept)
{
    /// <summary>Delivered ones whose number was corrected since, as it is again.</summary>
    public int Renumbered { get; init; }

    /// <summary>Delivered ones of which the journal says another number, or none that is sure, and that could not be corrected.</summary>
    public IReadOnlyList<RestoredNumber> Contradicted { get; init; } = [];

    /// <summary>Complaints and follow-ups that went, or may have gone, by the journal, and the ledger does not have.</summary>
    public IReadOnlyList<RestoredNumber> Lacking { get; init; } = [];

    /// <summary>One more page of complaints.</summary>
    public RestoreSums Plus(RestoreSums other) => this with { Unknown = Unknown + other.Unknown, Delivered = Delivered + other.Delivered, Kept = Kept + other.Kept };
}
