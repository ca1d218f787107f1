using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Core.ServiceClock;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>
/// A complaint in a list for a person: where it stands, when it came and how long that is ago, what it is about, and why. Never wider than the
/// narrowest terminal; the page has all of it.
/// </summary>
internal static class ListLines
{
    private const int Width = 80;
    private const int MostOfWhy = 3;
    private const string Indent = "    ";

    /// <param name="row">As it stands in the ledger.</param>
    /// <param name="followUp">The task by which its words go to an earlier one; null when they do not.</param>
    /// <param name="bears">The number of the centre that was asked for; null when none was.</param>
    /// <param name="waiting">Until when its reporter is awaited; null when no answer is.</param>
    /// <param name="today">The day of the look, in WITA.</param>
    /// <param name="words">Words for people.</param>
    public static IEnumerable<string> Of(ComplaintRow row, TaskRow? followUp, string? bears, Waiting? waiting, DateOnly today, WordList words)
    {
        var came = Wita.Day(row.Received ?? row.Seen);
        string?[] head =
        [
            row.Number, words["state." + Wire.Name(row.State)].PadRight(12), Days.Shown(came), Age(row, today.DayNumber - came.DayNumber, words),
            row.CentralId is null ? null : "#" + row.CentralId, bears is null || bears == row.CentralId ? null : words["list.once", bears],
        ];
        var why = row.Reasons.Select(words.Of);
        if (followUp is not null) why = why.Append(FollowUpTask.Line(followUp, words));
        return
        [
            .. Filled(head.OfType<string>(), "  ", Width),
            Cut($"{Indent}{row.Channel}  {(row.Danger is null ? "" : $"!! {words["page.danger"]}  ")}{row.Judul}", Width),
            .. waiting is { IsOverdue: true } ? new[] { $"{Indent}!! {words["page.overdue", AskCommand.Shown(waiting)]}" } : [],
            .. Why(string.Join("; ", why)),
        ];
    }

    private static string? Age(ComplaintRow row, int days, WordList words) => row.State is ComplaintState.Delivered or ComplaintState.Discarded or ComplaintState.Duplicate
        ? null
        : days switch
        {
            < 0 => null,
            0 => words["list.today"],
            1 => words["list.yesterday"],
            _ => words["list.days", days],
        };

    private static IEnumerable<string> Why(string why)
    {
        var lines = Filled(why.Split(' ', StringSplitOptions.RemoveEmptyEntries), " ", Width - Indent.Length - 2).ToList();
        if (lines.Count > MostOfWhy) lines[MostOfWhy - 1] = Cut(lines[MostOfWhy - 1] + " " + lines[MostOfWhy], Width - Indent.Length - 2);
        return lines.Take(MostOfWhy).Select((line, i) => $"{Indent}{(i == 0 ? "- " : "  ")}{line}");
    }

    private static IEnumerable<string> Filled(IEnumerable<string> pieces, string between, int width)
    {
        var line = "";
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && line.Length + between.Length + piece.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? Cut(piece, width) : line + between + piece;
        }

        if (line.Length > 0) yield return line.TrimEnd();
    }

    private static string Cut(string text, int width)
    {
        if (text.Length <= width) return text;
        var end = width - 3;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "...";
    }
}
