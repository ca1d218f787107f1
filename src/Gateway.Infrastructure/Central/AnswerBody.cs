using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gateway.Core.Operations;

namespace Gateway.Infrastructure.Central;

/// <summary>
/// The body of an answer, read tolerantly: the same value stands in several places, as number or as text, and nothing that is not
/// there is an error. The content type is not believed; HTML is told from JSON by reading it.
/// </summary>
internal sealed class AnswerBody : IDisposable
{
    private static readonly string[][] IdPaths =
        [["complaint_id"], ["results", "complaint", "id"], ["data", "complaint_id"], ["data", "results", "complaint", "id"]];

    // What a task made: an id of its own, or that of its complaint.
    private static readonly string[][] MadePaths = [.. IdPaths, ["results", "id"], ["results", "complaint_id"], ["results", "data", "id"], ["data", "id"], ["id"]];

    private static readonly string[][] ResultPaths = [["results"], ["data", "results"], ["data"]];

    private static readonly string[][] ContentPaths =
        [["results", "data", "content"], ["data", "results", "data", "content"], ["data", "content"], ["results", "complaint", "content"], ["results", "content"], ["content"]];

    // A refusal says what it has to say at its beginning.
    private const int LookedThrough = 4096;

    private readonly JsonDocument? document;
    private readonly ReadOnlyMemory<byte> text;

    public AnswerBody(ReadOnlyMemory<byte> bytes)
    {
        text = bytes;
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        try
        {
            document = JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            document = null;
        }
    }

    /// <summary>Id of a created complaint; null when there is none.</summary>
    public string? ComplaintId() => NumberAt(IdPaths);

    /// <summary>Id that the answer to a hand-on or follow-up names; null when there is none.</summary>
    public string? MadeId() => NumberAt(MadePaths);

    /// <summary>What stands at the first of the paths under the results of a read; null when there is nothing.</summary>
    public JsonElement? Result(string name) => ResultPaths.Select(path => At([.. path, name])).FirstOrDefault(found => found is not null);

    /// <summary>Text of a complaint that was read; null when there is none.</summary>
    public string? Content() =>
        ContentPaths.Select(path => At(path)).FirstOrDefault(found => found?.ValueKind == JsonValueKind.String)?.GetString();

    /// <summary>Ids under <c>images</c> or <c>docs</c> of an upload; null where one of them is missing or unusable.</summary>
    public IReadOnlyList<string?> FileIds(string list)
    {
        foreach (var path in ResultPaths)
        {
            if (At([.. path, list]) is { ValueKind: JsonValueKind.Array } files)
                return [.. files.EnumerateArray().Select(file => IdOf(Member(file, "id")))];
        }
        return [];
    }

    /// <summary>True for a JSON object, as the centre's own application answers; what stands before it writes pages.</summary>
    public bool IsObject => document?.RootElement.ValueKind == JsonValueKind.Object;

    /// <summary>True when its words hit a pattern, whatever form it has.</summary>
    public bool Says(string pattern) => Regex.IsMatch(
        Encoding.UTF8.GetString(text.Span[..Math.Min(text.Length, LookedThrough)]), pattern, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>True when the answer lists something, as the masters do.</summary>
    public bool HasList() => At(["results", "data"])?.ValueKind == JsonValueKind.Array || At(["data"])?.ValueKind == JsonValueKind.Array;

    public void Dispose() => document?.Dispose();

    /// <summary>What stands at a path; null when nothing does.</summary>
    public JsonElement? At(string[] path)
    {
        JsonElement? here = document?.RootElement;
        foreach (var name in path)
        {
            if (here is null) return null;
            here = Member(here.Value, name);
        }
        return here;
    }

    // "-1", "null" and "error" stand where an id belongs when nothing was made; what is taken for an id is never looked at again.
    private string? NumberAt(string[][] paths) =>
        paths.Select(path => IdOf(At(path)) is { } id && CentralNumber.TryRead(id, out var number) ? number : null).FirstOrDefault(number => number is not null);

    /// <summary>A member of an object; null when there is none.</summary>
    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    /// <summary>An id, as number or text; null when it is none.</summary>
    public static string? IdOf(JsonElement? element)
    {
        var text = element switch
        {
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            { ValueKind: JsonValueKind.String } words => words.GetString()!.Trim(),
            _ => "",
        };
        return text.Length is > 0 and <= 64 && text.Trim('0').Length > 0 ? text : null;
    }
}
