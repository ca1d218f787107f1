using System.ComponentModel.DataAnnotations;

namespace Gateway.Core.Gates;

/// <summary>Settings of the gates.</summary>
public sealed class GatesOptions
{
    /// <summary>More complaints than this in one file, upload, import or look at a mailbox are held as one batch.</summary>
    /// <value>Default 25.</value>
    [Range(1, 100_000)]
    public int BatchLimit { get; init; } = 25;
}
