namespace Gateway.Core.Forwarding;

/// <summary>Where a complaint stands at the centre. Every value as it came.</summary>
/// <param name="StatusCode">Code of the status; null when there was none.</param>
/// <param name="StatusName">Name of the status.</param>
/// <param name="DispositionId">Id of the institution that has it.</param>
/// <param name="DispositionName">Its name.</param>
/// <param name="Log">What happened to it there, in the order of the centre, which says nothing.</param>
public sealed record CentralStanding(string? StatusCode, string? StatusName, string? DispositionId, string? DispositionName, IReadOnlyList<CentralEntry> Log);
