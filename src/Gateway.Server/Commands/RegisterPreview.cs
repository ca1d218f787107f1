using Gateway.Adapters.Register;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway inspect register FILE --preview</c>: which row is the heading, what each column is taken for, and the sums; nothing of what anybody said.</summary>
internal static class RegisterPreview
{
    public static void Write(IChannelAdapter adapter, RawItem raw, Channel channel, WordList words, TextWriter writer)
    {
        writer.WriteLine(raw.File);
        foreach (var sheet in SheetPreview.Of(raw, channel)) Write(sheet, words, writer);
        var items = adapter.Translator.Translate(raw, channel).ToLookup(item => item.Outcome, item => item.Reasons);
        foreach (var outcome in items.OrderBy(group => group.Key))
        {
            writer.WriteLine($"  {words["preview.rows", words["outcome." + Wire.Name(outcome.Key)], outcome.Count()]}");
            var reasons = outcome.SelectMany(reasons => reasons.Select(reason => reason.Code)).CountBy(code => code).OrderBy(pair => pair.Key, StringComparer.Ordinal);
            foreach (var (code, count) in reasons) writer.WriteLine($"    {code}: {count}");
        }
    }

    private static void Write(SheetPreview sheet, WordList words, TextWriter writer)
    {
        if (sheet.Sheet is { } name) writer.WriteLine($"  {words["preview.sheet", name]}");
        if (sheet.Fault is { } fault)
        {
            writer.WriteLine($"  {words["preview.no-table"]}: {words.Of(fault)}");
            return;
        }

        writer.WriteLine($"  {words["preview.heading", sheet.HeadingRow]}");
        var width = Math.Min(40, sheet.Columns.Max(column => column.Heading.Length));
        foreach (var column in sheet.Columns)
        {
            var heading = column.Heading.Length > width ? column.Heading[..(width - 1)] + "…" : column.Heading;
            writer.WriteLine($"    {column.Letter,-2} {heading.ReplaceLineEndings(" ").PadRight(width)}  {Meaning(column, words)}");
        }

        if (sheet.FooterRow is { } footer) writer.WriteLine($"  {words["preview.footer", footer]}");
    }

    private static string Meaning(PreviewColumn column, WordList words)
    {
        var parts = new List<string>();
        if (column.Field is { } field) parts.Add("-> " + field);
        if (column.TellsOfAnswer) parts.Add(words["preview.answer"]);
        if (column.DayOrder is { } order) parts.Add(words["preview." + order]);
        if (column.AreDaysTurned) parts.Add(words["preview.days-turned"]);
        if (column.Year is { } year) parts.Add(words["preview.year", year]);
        return parts.Count == 0 ? words["preview.not-read"] : string.Join("; ", parts);
    }
}
