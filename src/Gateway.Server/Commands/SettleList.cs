using Gateway.Core;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>What is to be settled: numbers from the command line or a file, each with its number at the centre or none. One line that cannot be read and nothing is begun.</summary>
/// <param name="Lines">Tracking number, the centre's number (null for one that is not there), and the line of the file (null for the command line).</param>
internal sealed record SettleList(IReadOnlyList<(string Number, string? CentralId, string? Place)> Lines)
{
    private static readonly char[] Between = [' ', '\t', ',', ';'];

    /// <exception cref="CommandException">It is contradictory, or a line cannot be read.</exception>
    public static SettleList Of(IReadOnlyList<string> numbers, string? delivered, bool isAbsent, string? file, WordList words)
    {
        if ((delivered is not null && (isAbsent || file is not null || numbers.Count != 1)) || (delivered is null && !isAbsent && file is null)) throw new CommandException(2, words["usage.settle"]);
        // Numbers beside a file of pairs would have no number of the centre.
        if (file is not null && numbers.Count > 0 && !isAbsent) throw new CommandException(2, words["usage.settle"]);
        var lines = numbers.Select(number => Line(number, number, delivered, words) with { Place = null }).Concat(file is null ? [] : OfFile(file, isAbsent, words)).DistinctBy(line => (line.Number, line.CentralId)).ToList();
        if (lines.Count == 0) throw new CommandException(2, words["usage.numbers"]);
        if (lines.GroupBy(line => line.Number).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new CommandException(2, words["settle.twice", twice.Key]);
        return new SettleList(lines);
    }

    private static IEnumerable<(string Number, string? CentralId, string? Place)> OfFile(string path, bool isAbsent, WordList words)
    {
        string[] text;
        try
        {
            text = File.ReadAllLines(ListFile.Of(path, words).Path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(3, PathFault.Of(words, path, unreadable));
        }

        var isFirst = true;
        foreach (var (index, line) in text.Index())
        {
            var cells = line.Trim('\uFEFF').Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (cells.Length == 0) continue;
            var isHeading = isFirst && IsHeading(cells);
            isFirst = false;
            if (isHeading) continue;
            var place = $"{path}:{index + 1}";
            if (cells.Length != (isAbsent ? 1 : 2)) throw new CommandException(2, words[isAbsent ? "settle.line-of-one" : "settle.line-of-two", place]);
            yield return Line(cells[0], place, isAbsent ? null : cells[1], words);
        }
    }

    // Every number has digits; a tracking number that has none still looks like one.
    private static bool IsHeading(string[] cells) => !cells.Any(cell => cell.Any(char.IsAsciiDigit) || TrackingNumber.TryRead(cell, out _));

    private static (string Number, string? CentralId, string? Place) Line(string typed, string place, string? centralId, WordList words)
    {
        if (!TrackingNumber.TryRead(typed, out var number)) throw new CommandException(2, words["op.not-a-number", place]);
        return centralId is null || CentralNumber.TryRead(centralId, out _) ? (number, centralId, place) : throw new CommandException(2, words["op.bad-central-id", place, centralId]);
    }
}
