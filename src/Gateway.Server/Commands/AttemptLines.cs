using System.Globalization;
using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>A call at the centre as a person reads it: what came of it, and below it who made it, where, how long it took and under which settings.</summary>
internal static class AttemptLines
{
    private const int HashShown = 12;

    public static IEnumerable<string> Of(AttemptRow attempt, WordList words)
    {
        var settled = attempt.Settled ? "  " + words["page.attempt-settled"] : "";
        yield return $"{Second(attempt.Begun)}  {What(attempt, words)}{(attempt.Status is { } status ? $"  HTTP {status}" : "")}{settled}{(attempt.Excerpt is null ? "" : "  " + attempt.Excerpt)}";
        var duration = attempt.Duration is { } took ? $"{took.TotalMilliseconds:F0} ms" : "-";
        var hash = attempt.RequestHash.Length > HashShown ? attempt.RequestHash[..HashShown] : attempt.RequestHash;
        yield return "  " + words["page.attempt", attempt.Actor, attempt.Node, attempt.Settings is { } version ? $"v{version}" : "-", duration, hash];
    }

    /// <summary>What was called and what came of it.</summary>
    public static string What(AttemptRow attempt, WordList words) =>
        $"{words["step." + Wire.Name(attempt.Step)]}: {(attempt.Outcome is { } ended ? words["call." + Wire.Name(ended)] : words["page.open"])}";

    /// <summary>A moment to the second, as it is looked for in the log of a server.</summary>
    public static string Second(DateTimeOffset moment) => Wita.Local(moment).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " WITA";
}
