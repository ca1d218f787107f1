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

    /// <summary>Hands a complaint that is there on to an institution.</summary>
    /// <param name="destination">Where it is.</param>
    /// <param name="handOn">Which, and to whom.</param>
    /// <param name="notSentAfter">As for a create.</param>
    /// <param name="ct">As for a create.</param>
    Task<CentralAnswer> HandOnAsync(Destination destination, HandOn handOn, TimeSpan notSentAfter, CancellationToken ct);

    /// <summary>Posts a follow-up to a complaint that is there.</summary>
    /// <param name="destination">Where it is.</param>
    /// <param name="post">Which, and the words.</param>
    /// <param name="notSentAfter">As for a create.</param>
    /// <param name="ct">As for a create.</param>
    Task<CentralAnswer> PostFollowUpAsync(Destination destination, FollowUpPost post, TimeSpan notSentAfter, CancellationToken ct);

    /// <summary>Reads a complaint back: its text, for the marker, and where it stands.</summary>
    Task<CentralAnswer> ReadAsync(Destination destination, string centralId, CancellationToken ct);

    /// <summary>Reads one page of a complaint's follow-ups.</summary>
    /// <param name="destination">Where it is.</param>
    /// <param name="centralId">Its id there.</param>
    /// <param name="page">As <see cref="FollowUpPage.Next"/> names it; null for the first.</param>
    /// <param name="ct">Stops the wait.</param>
    Task<CentralAnswer> ReadFollowUpsAsync(Destination destination, string centralId, string? page, CancellationToken ct);

    /// <summary>Reads the institutions, as the probe of an open breaker.</summary>
    Task<CentralAnswer> ProbeAsync(Destination destination, CancellationToken ct);
}
