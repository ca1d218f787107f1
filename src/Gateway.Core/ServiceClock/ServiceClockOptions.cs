using System.ComponentModel.DataAnnotations;

namespace Gateway.Core.ServiceClock;

/// <summary>Settings of deadlines.</summary>
public sealed class ServiceClockOptions
{
    /// <summary>Working days in which a reporter who was asked is awaited to answer; then the complaint is shown as overdue.</summary>
    /// <value>Default 10 working days (our own rule; SP4N-LAPOR! gives none).</value>
    [Range(1, 365)]
    public int ReporterAnswersWithin { get; init; } = 10;

    /// <summary>File of days off beside those that ship with the gateway, one <c>yyyy-MM-dd</c> a line. Null: none.</summary>
    public string? HolidayFile { get; init; }
}
