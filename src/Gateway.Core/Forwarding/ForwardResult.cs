namespace Gateway.Core.Forwarding;

/// <summary>What came of one wake-up.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Until">For <see cref="ForwardVerdict.NotYet"/>: when to ask again; null when only an officer's act changes it.</param>
public sealed record ForwardResult(ForwardVerdict Verdict, DateTimeOffset? Until = null);
