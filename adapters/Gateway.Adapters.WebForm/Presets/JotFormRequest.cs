using System.Text;
using System.Text.RegularExpressions;
using Gateway.Adapters.WebForm.Reading;

namespace Gateway.Adapters.WebForm.Presets;

/// <summary>
/// JotForm's webhook: a multipart post whose field <c>rawRequest</c> is the answers as JSON, under names made of number and
/// question (<c>q3_namaLengkap</c>). Names, addresses, telephones and dates are objects; files are addresses.
/// </summary>
internal static partial class JotFormRequest
{
    private static readonly string[][] Orders =
    [
        ["prefix", "first", "middle", "last", "suffix"],
        ["country", "area", "phone", "full"],
        ["addr_line1", "addr_line2", "city", "state", "postal", "country"],
    ];

    public static void Unpack(PostFields post)
    {
        if (post.Find("rawRequest") is not { } raw) return;
        // Broken answers are told as an unreadable post, not passed over.
        var answers = JsonPost.Read(Encoding.UTF8.GetBytes(raw), new UTF8Encoding(false, true));
        foreach (var value in answers.Values.Where(value => value.Name is not "uploadServerUrl")) post.Add(value);
        post.AddFilesOf(answers);
        foreach (var answer in answers.Values.Where(value => Numbered().IsMatch(value.Name)).GroupBy(value => value.Name.Split('.')[0]))
        {
            var name = Numbered().Replace(answer.Key, "");
            if (Whole([.. answer], answer.Key) is not { } words) continue;
            foreach (var one in words) post.Add(new PostValue(name, one) { Path = answer.Key, IsFile = IsUpload(one) });
        }
    }

    private static IEnumerable<string>? Whole(List<PostValue> parts, string name)
    {
        if (parts.All(part => part.Name == name)) return parts.Select(part => part.Value);
        var inner = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts) inner.TryAdd(part.Name[Math.Min(name.Length + 1, part.Name.Length)..], part.Value.Trim());
        if (Day(inner) is { } day) return day.Length == 0 ? null : [day];
        var order = Orders.FirstOrDefault(keys => inner.Keys.All(keys.Contains));
        var separator = order?[0] == "addr_line1" ? ", " : " ";
        return [string.Join(separator, (order ?? [.. inner.Keys]).Select(key => inner.GetValueOrDefault(key)).Where(part => !string.IsNullOrEmpty(part)))];
    }

    // Null: no date. Empty: a date left empty.
    private static string? Day(Dictionary<string, string> inner)
    {
        if (!inner.TryGetValue("day", out var day) || !inner.TryGetValue("month", out var month) || !inner.TryGetValue("year", out var year)) return null;
        return string.Join('-', new[] { year, month, day }.Where(part => part.Length > 0).Select(part => part.PadLeft(2, '0')));
    }

    private static bool IsUpload(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.AbsolutePath.StartsWith("/uploads/", StringComparison.Ordinal);

    [GeneratedRegex("^q[0-9]+_?")]
    private static partial Regex Numbered();
}
