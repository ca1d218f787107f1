using System.Text;
using System.Text.RegularExpressions;
using MimeKit.Encodings;

namespace Gateway.Adapters.Email.Reading;

/// <summary>Takes uuencoded files (<c>begin 644 foto.jpg</c> ... <c>end</c>) out of a text.</summary>
internal static partial class Uuencoded
{
    private const int MostFiles = 50;

    /// <summary>The text without the files, and the files. Text that only looks like one stays.</summary>
    public static (string Text, IReadOnlyList<(string Name, byte[] Bytes)> Files) Split(string text)
    {
        if (!text.Contains("begin ", StringComparison.Ordinal)) return (text, []);
        var files = new List<(string, byte[])>();
        var kept = new StringBuilder(text.Length);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (files.Count < MostFiles && Begin().Match(lines[i]) is { Success: true } begin && End(lines, i + 1) is > 0 and var end)
            {
                files.Add((begin.Groups["name"].Value.Trim(), Decode(lines, i, end)));
                i = end;
            }
            else
            {
                kept.Append(lines[i]).Append(i + 1 < lines.Length ? "\n" : "");
            }
        }

        return (kept.ToString(), files);
    }

    private static int End(string[] lines, int from)
    {
        for (var i = from; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line == "end") return i > from ? i : -1;
            if (line.Length > 64 || line.Any(letter => letter is < ' ' or > '`')) return -1;
        }

        return -1;
    }

    private static byte[] Decode(string[] lines, int begin, int end)
    {
        var input = Encoding.ASCII.GetBytes(string.Join('\n', lines[begin..(end + 1)]) + "\n");
        var decoder = new UUDecoder();
        var output = new byte[decoder.EstimateOutputLength(input.Length)];
        var length = decoder.Decode(input, 0, input.Length, output);
        return output[..length];
    }

    [GeneratedRegex(@"^begin [0-7]{3,4} (?<name>\S.{0,200})\r?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Begin();
}
