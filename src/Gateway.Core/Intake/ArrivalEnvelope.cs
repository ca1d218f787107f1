namespace Gateway.Core.Intake;

/// <summary>What is sealed beside the bytes of an arrival, since it may tell who someone is.</summary>
/// <param name="File">File, mailbox position or post as an officer would name it.</param>
/// <param name="Evidence">Source evidence by name.</param>
internal sealed record ArrivalEnvelope(string File, IReadOnlyDictionary<string, string> Evidence);
