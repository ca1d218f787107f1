using System.Text;
using System.Text.RegularExpressions;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>A post kept in a file: header lines, an empty line and the body, or the bare body.</summary>
internal static partial class PostFile
{
    /// <summary>The file, or every file under the folder in ordinal order.</summary>
    public static IEnumerable<RawItem> ReadAll(string path)
    {
        if (!Directory.Exists(path)) return [Read(path)];
        var files = Directory.GetFiles(path, "*", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        return files.Select(Read);
    }

    private static RawItem Read(string path)
    {
        ReadOnlyMemory<byte> bytes = File.ReadAllBytes(path);
        var headers = Headers(bytes.Span, out var start);
        var body = bytes[start..];
        var evidence = new Dictionary<string, string>(StringComparer.Ordinal);
        if ((headers.GetValueOrDefault("Idempotency-Key") ?? headers.GetValueOrDefault("Webhook-Id")) is { Length: > 0 } key) evidence[PostEvidence.Key] = key;
        return new RawItem
        {
            File = path,
            MediaType = headers.GetValueOrDefault("Content-Type") ?? BareType(body.Span),
            Content = new BytesContent(body),
            Evidence = evidence,
        };
    }

    // Header lines count only when an empty line ends them; else the file is a body that happens to hold a colon.
    private static Dictionary<string, string> Headers(ReadOnlySpan<byte> bytes, out int start)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        start = 0;
        while (bytes[at..].IndexOf((byte)'\n') is >= 0 and var end)
        {
            var line = Encoding.UTF8.GetString(bytes.Slice(at, end)).TrimEnd('\r');
            at += end + 1;
            if (line.Length == 0)
            {
                if (headers.Count > 0) start = at;
                return start > 0 ? headers : [];
            }

            if (Header().Match(line) is not { Success: true } header) break;
            headers[header.Groups[1].Value] = header.Groups[2].Value.Trim();
        }

        headers.Clear();
        return headers;
    }

    private static string? BareType(ReadOnlySpan<byte> body) =>
        body.StartsWith("--"u8) && PostBody.FirstLineBoundary(body) is { } boundary ? $"multipart/form-data; boundary=\"{boundary}\"" : null;

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9-]*):(.*)$", RegexOptions.None, 2000)]
    private static partial Regex Header();
}
