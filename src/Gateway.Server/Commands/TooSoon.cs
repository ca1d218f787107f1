using Gateway.Core.Ledger;

namespace Gateway.Server.Commands;

/// <summary>Unknown complaints of which a list proves nothing, since it was taken before the centre must have shown them.</summary>
/// <param name="Rows">The complaints.</param>
/// <param name="Until">From when on a new list tells of all of them.</param>
internal sealed record TooSoon(IReadOnlyList<ComplaintRow> Rows, DateTimeOffset Until)
{
    /// <summary>Nothing was sent too late.</summary>
    public static TooSoon None { get; } = new([], DateTimeOffset.MinValue);
}
