using System.Text.Json;
using Gateway.Core.Masters;

namespace Gateway.Infrastructure.Central;

/// <summary>A page of a list, read tolerantly as to where things stand and strictly as to rows: one that cannot be read would be taken for one that is gone.</summary>
internal sealed class MasterBody(AnswerBody body)
{
    private static readonly string[][] Holders = [["results"], ["data", "results"], ["data"], []];

    private static readonly string[] Names = ["name", "code", "template_code", "title"];

    private static readonly string[] Contents = ["content", "template_content"];

    /// <summary>Null when there is no list, or a row in it has no id or no name.</summary>
    public IReadOnlyList<MasterEntry>? Entries()
    {
        foreach (var holder in Holders)
        {
            if (body.At([.. holder, "data"]) is not { ValueKind: JsonValueKind.Array } rows) continue;
            var entries = rows.EnumerateArray().Select(Entry).ToList();
            return entries.Contains(null) ? null : [.. entries.OfType<MasterEntry>()];
        }

        return null;
    }

    /// <summary>Whether the address of another page is given. It is not followed: only our own addresses are called.</summary>
    public bool HasNext() => Holders.Any(holder => body.At([.. holder, "next_page_url"]) is { ValueKind: JsonValueKind.String } next && next.GetString()!.Length > 0);

    /// <summary>A number beside the list; null when there is none.</summary>
    public int? Number(string name) => Holders
        .Select(holder => body.At([.. holder, name]) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var number) ? number : (int?)null)
        .FirstOrDefault(number => number is not null);

    private static MasterEntry? Entry(JsonElement row)
    {
        var (id, name) = (AnswerBody.IdOf(AnswerBody.Member(row, "id")), Text(row, Names));
        return id is null || name is null ? null : new MasterEntry(id, name, Text(row, Contents));
    }

    private static string? Text(JsonElement row, string[] names) => names
        .Select(name => AnswerBody.Member(row, name) is { ValueKind: JsonValueKind.String } found ? found.GetString()!.Trim() : null)
        .FirstOrDefault(text => text is { Length: > 0 });
}
