using System.Globalization;
using System.Text;

namespace Gateway.Core.Attachments;

/// <summary>
/// Writes a text as PDF, in the one typewriter face that every reader has, so that no font has to be shipped. The same text is the same
/// bytes. What that face lacks is shown by a word in brackets and kept as itself for whoever copies or searches.
/// </summary>
public static class TextPdf
{
    private const int Columns = 80;
    private const int Rows = 54;

    /// <summary>The document, A4.</summary>
    public static byte[] Of(string text)
    {
        var lines = text.Normalize(NormalizationForm.FormC).Split('\n').SelectMany(line => Wrapped(Signs(line))).ToList();
        var pages = lines.Chunk(Rows).ToList();
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R /Lang (id-ID) >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        };
        for (var i = 0; i < pages.Count; i++)
        {
            var content = "BT /F1 10 Tf 13.5 TL 57 772 Td\n" + string.Concat(pages[i].Select(Shown)) + "ET";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * i)} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        return Encoding.Latin1.GetBytes(Assembled(objects));
    }

    private static string Assembled(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var offsets = new List<int>(objects.Count);
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToString();
    }

    private static IEnumerable<PdfSign> Signs(string line)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(line); elements.MoveNext();)
            if (PdfSign.Of(elements.GetTextElement()) is { } sign) yield return sign;
    }

    private static IEnumerable<List<PdfSign>> Wrapped(IEnumerable<PdfSign> signs)
    {
        var (line, width) = (new List<PdfSign>(), 0);
        foreach (var sign in signs)
        {
            if (width + sign.Shown.Length > Columns)
            {
                var space = line.FindLastIndex(earlier => earlier.Shown == " ");
                var rest = space > 0 ? line[(space + 1)..] : [];
                yield return space > 0 ? line[..space] : line;
                (line, width) = (rest, rest.Sum(kept => kept.Shown.Length));
            }

            line.Add(sign);
            width += sign.Shown.Length;
        }

        yield return line;
    }

    private static string Shown(List<PdfSign> line)
    {
        var shown = new StringBuilder();
        for (var i = 0; i < line.Count;)
        {
            if (line[i].Actual is { } actual)
            {
                var bytes = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(actual));
                shown.Append(CultureInfo.InvariantCulture, $"/Span << /ActualText <FEFF{bytes}> >> BDC ({Escaped(line[i++].Shown)}) Tj EMC\n");
                continue;
            }

            var run = new StringBuilder();
            while (i < line.Count && line[i].Actual is null) run.Append(line[i++].Shown);
            shown.Append(CultureInfo.InvariantCulture, $"({Escaped(run.ToString())}) Tj\n");
        }

        return shown.Append("T*\n").ToString();
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)");
}
