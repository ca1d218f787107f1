using System.Text.RegularExpressions;

namespace Gateway.Tests.Labelled;

/// <summary>
/// Complaints with copies of them and with others that look alike. Beside the written copies each gets some that are made: a mail, a
/// forwarded one, the sentences in another order, typing errors and abbreviations.
/// </summary>
internal static partial class DuplicateSet
{
    private static readonly (string Whole, string Short)[] Abbreviations =
    [
        ("yang", "yg"), ("dengan", "dgn"), ("tidak", "tdk"), ("jalan", "jln"), ("sudah", "sdh"), ("belum", "blm"), ("karena", "krn"), ("untuk", "utk"), ("depan", "dpn"),
        ("sampai", "smp"), ("orang", "org"), ("saya", "sy"), ("dari", "dr"), ("kalau", "klo"), ("sekali", "bgt"), ("hari", "hr"), ("bulan", "bln"), ("mohon", "mhn"), ("anak", "ank"),
    ];

    /// <summary>The set the rules were tuned on, or the part put aside.</summary>
    public static IReadOnlyList<(int Matter, string Kind, string Text)> Read(bool apart)
    {
        var rows = new List<(int, string, string)>();
        var matter = -1;
        foreach (var (kind, text) in LabelledTexts.Read(apart ? "duplicates-apart.tsv" : "duplicates.tsv"))
        {
            if (kind == "base") matter++;
            rows.Add((matter, kind, text));
            if (kind == "base") rows.AddRange(Made(text, matter).Select(made => (matter, made.Kind, made.Text)));
        }

        return rows;
    }

    /// <summary>True for a row that tells the matter of its base.</summary>
    public static bool IsCopy(string kind) => kind != "base" && !kind.StartsWith("other-", StringComparison.Ordinal);

    private static IEnumerable<(string Kind, string Text)> Made(string text, int matter)
    {
        yield return ("mail", $"Kepada Yth. Bapak/Ibu Pimpinan\ndi tempat\n\nDengan hormat,\nBersama ini saya sampaikan pengaduan sebagai berikut. {text}\n\nDemikian, atas perhatian Bapak/Ibu saya ucapkan terima kasih.\n\nHormat saya,\nRahmat Hidayat\n0811-0000-{1000 + matter}");
        yield return ("forwarded", $"Diteruskan dari grup warga\n{text}\nmohon ditindaklanjuti ya pak");
        yield return ("reordered", string.Join(' ', Sentence().Split(text).Reverse()));
        yield return ("typed", Mistyped(Abbreviated(text.ToLowerInvariant()), matter));
    }

    private static string Abbreviated(string text) =>
        Abbreviations.Aggregate(text, (said, pair) => Regex.Replace(said, $@"\b{pair.Whole}\b", pair.Short));

    // Every fifth long word gets two letters swapped.
    private static string Mistyped(string text, int seed)
    {
        var at = seed;
        return LongWord().Replace(text, word =>
        {
            if (++at % 5 != 0) return word.Value;
            var middle = word.Length / 2;
            return word.Value[..(middle - 1)] + word.Value[middle] + word.Value[middle - 1] + word.Value[(middle + 1)..];
        });
    }

    [GeneratedRegex(@"(?<=\p{L}{3}[.!?])\s+")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b\p{L}{6,}\b")]
    private static partial Regex LongWord();
}
