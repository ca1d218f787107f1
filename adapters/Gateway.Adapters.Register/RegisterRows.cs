using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Gateway.Contracts;

namespace Gateway.Adapters.Register;

/// <summary>Divides text into rows, one at a time, whatever the text is.</summary>
internal static class RegisterRows
{
    // Far above any complaint; what is longer is a quote that was never closed.
    private const int LongestCell = 1 << 18;

    public static IEnumerable<RegisterRow> Read(TextReader text, char delimiter)
    {
        var isBroken = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            MaxFieldSize = LongestCell,
            // A quote inside an unquoted cell is a quote; inside a quoted one it may have swallowed the next rows.
            BadDataFound = bad => isBroken |= bad.Field.TrimStart().StartsWith('"'),
        };
        var lines = new CountedLines(text);
        using var parser = new CsvParser(lines, configuration, leaveOpen: true);
        var last = 0;
        var lastLine = 0;
        while (true)
        {
            RegisterRow? row;
            isBroken = false;
            try
            {
                if (!parser.Read()) yield break;
                var cells = parser.Record ?? [];
                row = new RegisterRow(parser.Row, cells, isBroken || IsOpen(parser.RawRecord));
            }
            catch (CsvHelperException)
            {
                row = null;
            }

            if (row is null)
            {
                var rest = Math.Max(1, lines.ToEnd() - lastLine).ToString(CultureInfo.InvariantCulture);
                yield return new RegisterRow(last + 1, [], IsBroken: true) { Rest = new Reason("rows-unread", rest) };
                yield break;
            }

            last = row.Number;
            lastLine = parser.RawRow;
            yield return row;
        }
    }

    // A quote that was never closed takes the rest of the file along; the parser calls that a cell.
    private static bool IsOpen(string record) =>
        record.Count(letter => letter == '"') % 2 == 1 && record.TrimEnd('\r', '\n').AsSpan().ContainsAny('\r', '\n');
}
