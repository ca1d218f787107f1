using System.Collections.ObjectModel;

namespace Gateway.Contracts.Intake;

/// <summary>What a source handed over, before anybody tried to understand it.</summary>
public sealed record RawItem
{
    /// <summary>The file, mailbox position or post as an officer would name it. May hold personal data: never log it.</summary>
    public required string File { get; init; }

    /// <summary>Media type the source claims (<c>message/rfc822</c>, the Content-Type of a post). Null when it says nothing.</summary>
    public string? MediaType { get; init; }

    public required IRawContent Content { get; init; }

    /// <summary>When the agency received it, by the source (INTERNALDATE, time of the post). Null when only the content tells.</summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>Source evidence by name: <c>mailbox</c>, <c>uidvalidity</c>, <c>uid</c>, <c>idempotency-key</c>. Kept encrypted.</summary>
    public IReadOnlyDictionary<string, string> Evidence { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
