using Gateway.Core.Destinations;

namespace Gateway.Core.Attachments;

/// <summary>What is left of the limits while the files of a complaint are made ready.</summary>
internal sealed class Room(AttachmentLimits limits)
{
    private int taken;

    /// <summary>Most bytes the next file may have.</summary>
    public long Left => Math.Min(Remaining, limits.Each);

    /// <summary>No file may follow.</summary>
    public bool IsFull => taken >= limits.Count;

    private long Remaining { get; set; } = limits.Total;

    /// <summary>The fair share of one of so many files that still wait.</summary>
    public long Share(int waiting) => Math.Min(Remaining / waiting, limits.Each);

    /// <summary>Takes the place of a file; false when there is none.</summary>
    public bool Take(long length)
    {
        if (length > Left) return false;
        Remaining -= length;
        taken++;
        return true;
    }
}
