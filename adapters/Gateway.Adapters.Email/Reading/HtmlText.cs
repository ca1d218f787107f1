using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// HTML as a person reads it: paragraphs as lines, quotes with <c>&gt;</c>, links with their address, nothing hidden. Never runs or
/// loads anything.
/// </summary>
internal static partial class HtmlText
{
    // Beyond this a page is an attack or a spreadsheet; the plain stripper takes the same words in linear time.
    private const int MostTags = 6_000;

    public static string Of(string html)
    {
        if (html.AsSpan().Count('<') > MostTags) return Stripped(html);
        using var document = new HtmlParser().ParseDocument(html);
        return document.Body is { HasChildNodes: true } body ? Walk(body) : "";
    }

    // Without recursion: nesting is the sender's choice, the stack is ours.
    private static string Walk(IElement body)
    {
        var lines = new HtmlLines();
        INode node = body;
        while (true)
        {
            var enters = Enter(node, lines);
            if (enters && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            if (enters) Leave(node, lines);
            while (node.NextSibling is null)
            {
                node = node.Parent!;
                if (node == body) return lines.ToString();
                Leave(node, lines);
            }

            if (node == body) return lines.ToString();
            node = node.NextSibling;
        }
    }

    private static bool Enter(INode node, HtmlLines lines)
    {
        if (node is IText text)
        {
            lines.Append(text.Data);
            return false;
        }

        if (node is not IElement element || IsHidden(element)) return false;
        switch (element.LocalName)
        {
            case "br":
                lines.Break();
                break;
            case "hr":
                lines.Paragraph();
                break;
            case "li":
                lines.StartLine();
                lines.Append("- ");
                break;
            case "td" or "th":
                lines.Append(" ");
                break;
            case "blockquote":
                lines.StartLine();
                lines.Quote(+1);
                break;
            case "div" when HtmlQuote.Is(element):
                lines.StartLine();
                lines.Quote(+1);
                break;
            case "div" when HtmlQuote.IsSignature(element):
                lines.StartLine();
                lines.Signature();
                break;
            case "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "table" or "pre":
                lines.Paragraph();
                break;
            case var name when IsBlock(name):
                lines.StartLine();
                break;
        }

        return true;
    }

    private static void Leave(INode node, HtmlLines lines)
    {
        if (node is not IElement element) return;
        switch (element.LocalName)
        {
            case "a":
                var href = element.GetAttribute("href")?.Trim() ?? "";
                var isWeb = href.StartsWith("http", StringComparison.OrdinalIgnoreCase) && href.Length <= 300;
                if (isWeb && !element.TextContent.Contains(href, StringComparison.OrdinalIgnoreCase)) lines.Append($" ({href})");
                break;
            case "td" or "th" when IsLabelCell(element):
                lines.Append(":");
                break;
            case "blockquote":
                lines.StartLine();
                lines.Quote(-1);
                break;
            case "div" when HtmlQuote.Is(element):
                lines.StartLine();
                lines.Quote(-1);
                break;
            case "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "table" or "pre":
                lines.Paragraph();
                break;
            case var name when IsBlock(name):
                lines.StartLine();
                break;
        }
    }

    // A form's answers come as a table of two columns; without the colon label and answer would run together.
    private static bool IsLabelCell(IElement cell) =>
        cell.NextElementSibling is { LocalName: "td" or "th", NextElementSibling: null } && cell.PreviousElementSibling is null
        && cell.TextContent.Length < 80 && !cell.TextContent.TrimEnd().EndsWith(':') && FormLabels.Of(CleanText.Line(cell.TextContent) ?? "") is not null;

    private static bool IsBlock(string name) =>
        name is "div" or "tr" or "li" or "section" or "article" or "header" or "footer" or "address" or "center"
            or "dl" or "dt" or "dd" or "form" or "fieldset" or "body";

    private static bool IsHidden(IElement element) =>
        element.LocalName is "script" or "style" or "head" or "title" or "template" or "noscript" or "object" or "svg" or "select"
        || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && HiddenStyle().IsMatch(style));

    private static string Stripped(string html)
    {
        var text = new StringBuilder(html.Length);
        var inTag = false;
        foreach (var letter in html)
        {
            if (letter == '<') text.Append(inTag ? "" : "\n");
            if (letter == '<') inTag = true;
            else if (letter == '>' && inTag) inTag = false;
            else if (!inTag) text.Append(letter);
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    [GeneratedRegex(@"display\s{0,4}:\s{0,4}none", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex HiddenStyle();
}
