namespace Gateway.Core.Destinations;

/// <summary>A complaint that the centre refused.</summary>
/// <param name="Number">Tracking number.</param>
/// <param name="Status">HTTP status of the refusal.</param>
public sealed record Refusal(string Number, int Status);
