using System.Text.Json;
using Gateway.Core.Forwarding;

namespace Gateway.Infrastructure.Central;

/// <summary>Reads where a complaint stands and what was done about it. Nothing need be there; what is, is kept as it came.</summary>
internal static class StandingReader
{
    /// <summary>Null when the answer tells nothing of a standing.</summary>
    public static CentralStanding? Read(AnswerBody body)
    {
        if (body.Result("data") is not { ValueKind: JsonValueKind.Object } data) return null;
        var (code, name) = (Text(data, "status_code"), Text(data, "status_name"));
        var (dispositionId, dispositionName) = (Text(data, "disposition_id"), Text(data, "disposition_name"));
        if ((code ?? name ?? dispositionId ?? dispositionName) is null) return null;
        return new CentralStanding(code, name, dispositionId, dispositionName, [.. List(body.Result("data_logs")).Select(LogEntry)]);
    }

    /// <summary>Null when there is no list, or a next page to which nothing leads.</summary>
    public static FollowUpPage? FollowUps(AnswerBody body)
    {
        if (body.Result("data") is not { ValueKind: JsonValueKind.Array } data) return null;
        var address = body.Result("next_page_url") is { ValueKind: JsonValueKind.String } next ? next.GetString() : null;
        if (string.IsNullOrWhiteSpace(address)) return new FollowUpPage([.. List(data).Select(FollowUp)], null);
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? null : new FollowUpPage([.. List(data).Select(FollowUp)], address[query..].Split('#')[0]);
    }

    private static CentralEntry LogEntry(JsonElement entry)
    {
        var to = AnswerBody.Member(entry, "institution_to");
        var from = AnswerBody.Member(entry, "institution_from");
        var (before, after) = Statuses(entry);
        return new CentralEntry
        {
            When = Text(entry, "date"),
            Content = Text(entry, "content"),
            From = from is { } sender ? Text(sender, "name") : null,
            To = to is { } receiver ? Text(receiver, "name") : null,
            ToId = to is { } named ? Text(named, "id") : null,
            StatusBefore = before,
            StatusAfter = after,
        };
    }

    private static CentralEntry FollowUp(JsonElement entry) => new()
    {
        Id = Text(entry, "id"),
        When = Text(entry, "created_at"),
        Content = Text(entry, "content"),
        Template = Text(entry, "template_content"),
        From = Text(entry, "institution_from_name"),
        To = Text(entry, "institution_to_name"),
        Files = AnswerBody.Member(entry, "attachments") is { ValueKind: JsonValueKind.Array } files ? files.GetArrayLength() : 0,
    };

    // A JSON string that holds JSON.
    private static (string? Before, string? After) Statuses(JsonElement entry)
    {
        if (Text(entry, "data") is not { } text) return (null, null);
        try
        {
            using var inner = JsonDocument.Parse(text);
            return (Name(inner.RootElement, "status_old"), Name(inner.RootElement, "status_new"));
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string? Name(JsonElement element, string member) => AnswerBody.Member(element, member) is { } status ? Text(status, "name") : null;

    private static IEnumerable<JsonElement> List(JsonElement? list) => list is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    private static string? Text(JsonElement element, string name) => AnswerBody.Member(element, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
