using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Core.Attachments;

/// <summary>What is ready to leave with a complaint.</summary>
/// <param name="Files">Every file as it goes, in order, the refused ones too.</param>
/// <param name="Unseen">Refusals that no officer has been shown yet; empty when there are none.</param>
public sealed record Prepared(IReadOnlyList<SentFile> Files, IReadOnlyList<Reason> Unseen)
{
    /// <summary>No file, and a text that fits.</summary>
    public static Prepared Nothing { get; } = new([], []);

    /// <summary>The files that go along.</summary>
    public IReadOnlyList<SentFile> Going => [.. Files.Where(file => file.Refusal is null)];

    /// <summary>Every refusal.</summary>
    public IReadOnlyList<Reason> Refusals => [.. Files.Select(file => file.Refusal).OfType<Reason>()];
}
