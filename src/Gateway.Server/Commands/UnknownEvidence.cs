using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Gateway.Core;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Infrastructure.Journal;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>All that is known of a complaint whose outcome is not known: the calls, what was sent, what the journal says, and how a person finds out.</summary>
/// <param name="Row">The complaint.</param>
/// <param name="Attempts">Its calls.</param>
/// <param name="Sent">The request, made again from what is stored; null when that cannot be opened.</param>
/// <param name="IsSame">Whether that is byte for byte what was sent last; null when nothing is known to have been sent.</param>
/// <param name="Journal">What the delivery journal says of it; null when it cannot be read or is not whole.</param>
/// <param name="Earliest">From when it may be settled as not delivered.</param>
/// <param name="Now">When it was asked.</param>
internal sealed record UnknownEvidence(
    ComplaintRow Row, IReadOnlyList<AttemptRow> Attempts, JsonObject? Sent, bool? IsSame, IReadOnlyList<JournalEntry>? Journal, DateTimeOffset Earliest, DateTimeOffset Now)
{
    /// <summary>Nothing is read at a destination that is paused.</summary>
    public bool IsPaused { get; private init; }

    public static async Task<UnknownEvidence> OfAsync(House house, ComplaintRow row, CancellationToken ct)
    {
        var attempts = await house.Reader.AttemptsAsync(house.Ledger, row, ct);
        var settle = new SettleUnknown(house.Ledger, house.Move, house.Registry, house.Time);
        var submission = await SubmissionAsync(house, row, ct);
        var last = attempts.LastOrDefault(attempt => attempt.Step == AttemptStep.Create);
        bool? isSame = last is null || submission is null ? null : last.RequestHash == Convert.ToHexStringLower(house.Vault.Index("request", submission.Body()));
        var journal = JournalReader.About(Path.Combine(house.JournalFolder, FileDeliveryJournal.FileName), house.LedgerId, row.Number);
        return new UnknownEvidence(row, attempts, submission?.Fields, isSame, journal, await settle.EarliestAsync(row, ct), house.Time.GetUtcNow())
        {
            IsPaused = await house.Ledger.DestinationAsync(row.Destination, ct) is { State: DestinationState.Paused },
        };
    }

    public void Write(TextWriter writer, WordList words)
    {
        writer.WriteLine(ComplaintsCommand.Line(Row, words));
        writer.WriteLine(TrackingNumber.Marker(Row.Number));
        Section(writer, words["page.attempts"], Attempts.Count == 0 ? [words["unknown.no-calls"]] : Attempts.SelectMany(attempt => AttemptLines.Of(attempt, words)));
        Section(writer, words[IsSame switch { true => "unknown.sent-same", false => "unknown.sent-changed", null => "unknown.sent" }], SentLines(words));
        Section(writer, words["unknown.journal"], JournalLines(words));
        if (Row.State != ComplaintState.Unknown)
        {
            writer.WriteLine();
            writer.WriteLine(words["unknown.other-state", Row.Number, words["state." + Wire.Name(Row.State)]]);
            return;
        }

        Section(writer, words["unknown.how"], Steps(words).Index().Select(step => $"{step.Index + 1}. {step.Item}"));
    }

    public JsonObject Json(WordList words) => new()
    {
        ["number"] = Row.Number,
        ["state"] = Wire.Name(Row.State),
        ["marker"] = TrackingNumber.Marker(Row.Number),
        ["reasons"] = Wire.Reasons(Row.Reasons, words),
        ["attempts"] = new JsonArray([.. Attempts.Select(ComplaintsCommand.Attempt)]),
        ["sent"] = Sent?.DeepClone(),
        ["sentIsSame"] = IsSame,
        ["journal"] = Journal is null ? null : new JsonArray([.. Journal.Select(entry => (JsonNode)new JsonObject { ["at"] = Wire.Moment(entry.At), ["outcome"] = entry.Outcome is { } outcome ? Wire.Name(outcome) : null, ["centralId"] = entry.CentralId })]),
        ["notDeliveredFrom"] = Wire.Moment(Earliest),
        ["steps"] = Row.State == ComplaintState.Unknown ? Wire.Texts(Steps(words)) : null,
    };

    // The gateway cannot look for itself: the interface has no search, and a number is not known.
    private IEnumerable<string> Steps(WordList words)
    {
        var sent = Attempts.LastOrDefault(attempt => attempt.Step == AttemptStep.Create)?.Begun ?? Row.Seen;
        yield return words["unknown.step-open", Row.Destination, ComplaintPage.Moment(sent)!];
        yield return words["unknown.step-search", TrackingNumber.Marker(Row.Number), Row.Judul];
        yield return words["unknown.step-there", Row.Number];
        if (IsPaused) yield return words["unknown.step-paused", Row.Number, Row.Destination];
        yield return words[Now < Earliest ? "unknown.step-absent-later" : "unknown.step-absent", Row.Number, Moments.NotBefore(Earliest)];
    }

    private IEnumerable<string> SentLines(WordList words) =>
        Sent is null ? [words["unknown.sent-unreadable"]] : Sent.SelectMany(field => $"{field.Key}: {field.Value}".Split('\n')).Select(line => line.TrimEnd());

    private IEnumerable<string> JournalLines(WordList words) => Journal switch
    {
        null => [words["unknown.journal-unreadable"]],
        [] => [words["unknown.journal-nothing"]],
        _ => Journal.Select(entry => entry.Outcome is { } outcome
            ? words["unknown.journal-ended", AttemptLines.Second(entry.At), words["call." + Wire.Name(outcome)], entry.CentralId ?? "-"]
            : words["unknown.journal-begun", AttemptLines.Second(entry.At)]),
    };

    private static async Task<Submission?> SubmissionAsync(House house, ComplaintRow row, CancellationToken ct)
    {
        if (house.Registry.Current.Destination(row.Destination) is not { } destination) return null;
        try
        {
            var masked = house.Reader.Masked(row, await house.Reader.ReporterAsync(house.Ledger, row, ct));
            return SubmissionBuilder.Build(masked, house.Registry.Current.Agency(row.Agency), await house.Ledger.SentFilesAsync(row.Number, ct), destination);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static void Section(TextWriter writer, string title, IEnumerable<string> lines)
    {
        writer.WriteLine();
        writer.WriteLine(title);
        foreach (var line in lines) writer.WriteLine("  " + line);
    }
}
