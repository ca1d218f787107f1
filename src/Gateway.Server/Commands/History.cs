using System.Globalization;
using Gateway.Core.Ledger;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>
/// What happened to a complaint as one story by time: its moves, what officers noted, its tasks, and the calls at the centre between them.
/// </summary>
internal static class History
{
    /// <summary>Its lines. Of one moment, what happened comes in the order of the ledger and the call after it.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<LedgerEvent> events, IReadOnlyList<AttemptRow> attempts, WordList words) =>
        events.Select(happened => (happened.At, Lines: Enumerable.Repeat(Event(happened, words), 1)))
            .Concat(attempts.Select(attempt => (At: attempt.Begun, Lines: AttemptLines.Of(attempt, words))))
            .OrderBy(entry => entry.At).SelectMany(entry => entry.Lines);

    private static string Event(LedgerEvent happened, WordList words)
    {
        var to = words["state." + Wire.Name(happened.To)];
        var what = happened.From is { } from && from != happened.To ? $"{words["state." + Wire.Name(from)]} -> {to}" : happened.From is null ? to : words["event." + happened.Kind];
        var why = happened.Reasons.Count == 0 ? "" : "  " + string.Join("; ", happened.Reasons.Select(words.Of));
        return string.Create(CultureInfo.InvariantCulture, $"{AttemptLines.Second(happened.At)}  {what}  ({happened.Actor}){why}");
    }
}
