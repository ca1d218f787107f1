using Gateway.Core.Destinations;

namespace Gateway.Core.Forwarding;

/// <summary>
/// The calls to SP4N-LAPOR!. Each is exactly one HTTP request; a foreseen answer or failure is a value, and nothing is retried inside.
/// </summary>
public interface ICentral
{
    /// <summary>Uploads all files of a complaint in one call.</summary>
    Task<CentralAnswer> UploadAsync(Destination destination, IReadOnlyList<UploadFile> files, TimeSpan notSentAfter, CancellationToken ct);

    /// <summary>Creates the complaint.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="submission">The fields as they are sent.</param>
    /// <param name="notSentAfter">If the first byte has not left within this time the call is abandoned as not sent.</param>
    /// <param name="ct">Cancelled after content began to leave, the answer is <see cref="CentralAnswerKind.NoAnswer"/>.</param>
    Task<CentralAnswer> CreateAsync(Destination destination, Submission submission, TimeSpan notSentAfter, CancellationToken ct);

    /// <summary>Reads a complaint back, for its marker.</summary>
    Task<CentralAnswer> ReadAsync(Destination destination, string centralId, CancellationToken ct);

    /// <summary>Reads the institutions, as the probe of an open breaker.</summary>
    Task<CentralAnswer> ProbeAsync(Destination destination, CancellationToken ct);
}
