namespace Gateway.Contracts.Intake;

/// <summary>The result of one look at a source.</summary>
/// <param name="Held">How many items the source itself says it holds now.</param>
/// <param name="Taken">How many were taken in this step, old ones passed over included.</param>
/// <param name="Next">How long to wait before the next look; zero when more is waiting.</param>
/// <param name="Failed">How many could not be taken this time (a broken mail, an unreadable file); they are tried again at each look.</param>
/// <param name="Trouble">Where the first of the failed stands and the type of its exception, for the log; nothing of what it says. Null when none failed.</param>
/// <param name="Known">How many of the held ones have an outcome, those taken now included; null when the source cannot tell.</param>
public sealed record SourceStep(long Held, long Taken, TimeSpan Next, long Failed = 0, string? Trouble = null, long? Known = null);
