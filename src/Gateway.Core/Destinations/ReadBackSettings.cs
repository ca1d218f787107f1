namespace Gateway.Core.Destinations;

/// <summary>How often the centre is asked what became of a complaint, and how its answers are understood.</summary>
public sealed record ReadBackSettings
{
    /// <summary>Between two looks in the first day after delivery.</summary>
    public TimeSpan FirstDay { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Between two looks in the first week.</summary>
    public TimeSpan FirstWeek { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Between two looks later; also how long after the closing the last look comes.</summary>
    public TimeSpan Later { get; init; } = TimeSpan.FromDays(1);

    /// <summary>At most so many pages of follow-ups are read of a complaint.</summary>
    public int Pages { get; init; } = 50;

    /// <summary>
    /// What the centre's clock is ahead of UTC. Its times come without a zone; which is meant is not known. WIB (Asia/Jakarta), where the
    /// centre is, unless the settings say otherwise.
    /// </summary>
    public TimeSpan Offset { get; init; } = TimeSpan.FromHours(7);

    /// <summary>Status names that close a complaint, as seen in one public client. A name that is not here closes nothing.</summary>
    public IReadOnlyList<string> Closed { get; init; } = ["Selesai", "Diarsipkan", "Ditolak"];

    /// <summary>How long after a look the next one comes.</summary>
    /// <param name="age">Since delivery.</param>
    public TimeSpan Pause(TimeSpan age) => age < TimeSpan.FromDays(1) ? FirstDay : age < TimeSpan.FromDays(7) ? FirstWeek : Later;

    /// <summary>True for a status that closes.</summary>
    public bool Closes(string? status) => status is not null && Closed.Contains(status.Trim(), StringComparer.OrdinalIgnoreCase);
}
