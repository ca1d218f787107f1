namespace Gateway.Core.Ledger;

/// <summary>One file, upload, import or look at a mailbox; its complaints meet the gates together.</summary>
/// <param name="Id">Id.</param>
/// <param name="Channel">Key of the channel.</param>
/// <param name="Origin"><c>mailbox</c>, <c>folder</c>, <c>import</c>, <c>demo</c>.</param>
/// <param name="Opened">When.</param>
/// <param name="Closed">Null while it is open.</param>
/// <param name="Complaints">How many complaints it brought so far.</param>
/// <param name="Node">Who fills it; null when nobody does.</param>
public sealed record RoundRow(string Id, string Channel, string Origin, DateTimeOffset Opened, DateTimeOffset? Closed, int Complaints, string? Node);
