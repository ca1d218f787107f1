using System.Net;
using System.Text;
using Gateway.Tests.Adapters.Email;

namespace Gateway.Benchmarks;

/// <summary>
/// The mails of this project: the golden and the labelled ones. Few of them have HTML, so each labelled mail also stands in the coat that
/// Gmail or Outlook would send it in.
/// </summary>
internal static class MailCorpus
{
    /// <summary>Mails without HTML.</summary>
    public static IReadOnlyList<byte[]> Plain() => [.. Written().Where(mail => !HasHtml(mail))];

    /// <summary>Mails with an HTML part.</summary>
    public static IReadOnlyList<byte[]> Html() => [.. Written().Where(HasHtml), .. Labelled().Where(mail => !HasHtml(mail)).Select(Coated)];

    private static IEnumerable<byte[]> Written()
    {
        var golden = Path.Combine(Runs.Root, "tests", "Gateway.Tests", "Golden", "Email");
        return Directory.GetFiles(golden, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Concat(Labelled());
    }

    private static IEnumerable<byte[]> Labelled() =>
        LabelledMail.Under(Path.Combine(Runs.Root, "tests", "Gateway.Tests", "Labelled", "mails")).Select(mail => mail.Bytes);

    private static bool HasHtml(byte[] mail) => Encoding.Latin1.GetString(mail).Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static byte[] Coated(byte[] plain, int number)
    {
        var parts = Encoding.UTF8.GetString(plain).Split("\n\n", 2);
        var headers = string.Join('\n', parts[0].Split('\n').Where(line => !line.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)));
        var text = parts.ElementAtOrDefault(1) ?? "";
        var html = number % 2 == 0 ? Gmail(text) : Outlook(text);
        return Encoding.UTF8.GetBytes(
            $"{headers}\nContent-Type: multipart/alternative; boundary=\"0000_batas\"\n\n"
            + $"--0000_batas\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n"
            + $"--0000_batas\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
            + Convert.ToBase64String(Encoding.UTF8.GetBytes(html), Base64FormattingOptions.InsertLineBreaks) + "\n--0000_batas--\n");
    }

    private static string Gmail(string text) =>
        "<div dir=\"ltr\">" + string.Concat(text.Split('\n').Select(line => line.Length == 0 ? "<div><br></div>" : $"<div>{WebUtility.HtmlEncode(line)}</div>")) + "</div>\n";

    private static string Outlook(string text) =>
        "<html xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns=\"http://www.w3.org/TR/REC-html40\"><head>"
        + "<meta name=\"Generator\" content=\"Microsoft Word 15 (filtered medium)\"><style><!--\n@font-face {font-family:Calibri; panose-1:2 15 5 2 2 2 4 3 2 4;}\n"
        + "p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:\"Calibri\",sans-serif;}\nspan.EmailStyle18 {mso-style-type:personal-reply;}\n"
        + "@page WordSection1 {size:612.0pt 792.0pt; margin:72.0pt 72.0pt 72.0pt 72.0pt;}\ndiv.WordSection1 {page:WordSection1;}\n--></style></head>"
        + "<body lang=\"IN\" link=\"#0563C1\" vlink=\"#954F72\" style=\"word-wrap:break-word\"><div class=\"WordSection1\">"
        + string.Concat(text.Split('\n').Select(line => $"<p class=\"MsoNormal\"><span style=\"mso-fareast-language:EN-US\">{(line.Length == 0 ? "&nbsp;" : WebUtility.HtmlEncode(line))}<o:p></o:p></span></p>\n"))
        + "</div></body></html>\n";
}
