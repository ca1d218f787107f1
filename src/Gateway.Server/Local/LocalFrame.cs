namespace Gateway.Server.Local;

/// <summary>One piece of an answer: text for a stream, or the exit code.</summary>
/// <param name="Out">Text for standard output.</param>
/// <param name="Error">Text for standard error.</param>
/// <param name="Exit">Exit code; the last frame.</param>
internal sealed record LocalFrame(string? Out, string? Error, int? Exit);
