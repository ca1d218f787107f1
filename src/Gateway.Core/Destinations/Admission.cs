namespace Gateway.Core.Destinations;

/// <summary>Whether a complaint may go now.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Until">For <see cref="AdmissionVerdict.Wait"/>: when to ask again.</param>
public sealed record Admission(AdmissionVerdict Verdict, DateTimeOffset? Until);
