using System.Globalization;
using System.Text.RegularExpressions;

namespace Gateway.Core.Audit;

/// <summary>Places in a source - lines, rows, UIDs - written short: <c>1-20, 22</c>. Places of several parts (a sheet, a chat in a zip) stay apart. Pure.</summary>
public sealed partial class Spans
{
    private readonly List<(string Part, List<(long From, long To)> Ranges)> parts;

    private Spans(List<(string, List<(long, long)>)> parts) => this.parts = parts;

    /// <param name="places"><c>12</c>, <c>3-7</c>, or either behind the name of a part.</param>
    public static Spans Of(IEnumerable<string> places)
    {
        var parts = places.Select(Read).GroupBy(place => place.Part, StringComparer.Ordinal)
            .Select(part => (part.Key, Merged(part.Select(place => (place.From, place.To))))).ToList();
        return new Spans(parts);
    }

    /// <summary>Places between the first and the last of a part that are in no item, and those before the first; empty when every one is.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. parts.SelectMany(part => part.Ranges.Zip(part.Ranges.Prepend((0, 0)), (next, before) => (From: before.Item2 + 1, To: next.From - 1))
            .Where(gap => gap.From <= gap.To).Select(gap => part.Part + Text(gap.From, gap.To))),
    ];

    public override string ToString() => string.Join(", ", parts.SelectMany(part => part.Ranges.Select(range => part.Part + Text(range.From, range.To))));

    private static (string Part, long From, long To) Read(string place)
    {
        var match = Place().Match(place);
        if (!match.Success) return (place, 0, 0);
        var from = long.Parse(match.Groups["from"].Value, CultureInfo.InvariantCulture);
        return (match.Groups["part"].Value, from, match.Groups["to"].Success ? long.Parse(match.Groups["to"].Value, CultureInfo.InvariantCulture) : from);
    }

    private static List<(long From, long To)> Merged(IEnumerable<(long From, long To)> ranges)
    {
        var merged = new List<(long From, long To)>();
        foreach (var range in ranges.Order())
        {
            if (merged.Count > 0 && range.From <= merged[^1].To + 1) merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, range.To));
            else merged.Add(range);
        }

        return merged;
    }

    private static string Text(long from, long to) => (from, to) switch
    {
        (0, 0) => "",
        _ when from == to => from.ToString(CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{from}-{to}"),
    };

    [GeneratedRegex(@"^(?<part>.*?)(?<from>[0-9]{1,18})(?:-(?<to>[0-9]{1,18}))?$", RegexOptions.Singleline)]
    private static partial Regex Place();
}
