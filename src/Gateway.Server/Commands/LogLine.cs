using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Core.Audit;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>A line of the delivery log as it is written: words for people in the table, stable codes in JSON. What the centre answered
/// is not in it: that may repeat what a citizen wrote. docs/auditing.md explains each column.</summary>
internal sealed record LogLine(DeliveryLine Line)
{
    private const string Call = "call";

    private static readonly string[] Columns =
        ["at", "number", "agency", "channel", "destination", "central", "what", "sequence", "from", "to", "by", "actor", "step", "outcome", "status", "milliseconds", "why", "node", "settings", "request", "settled"];

    public static IEnumerable<string> Headings(WordList words) => Columns.Select(column => words["log." + column]);

    public IEnumerable<string?> Cells(WordList words)
    {
        var (happened, called) = (Line.Happened?.What, Line.Called?.What);
        return
        [
            Wire.Moment(Line.At),
            Line.Number,
            Agency,
            Channel,
            Destination,
            // Digits alone would be rounded when they are many.
            CentralId is { } id ? "#" + id : null,
            happened?.Kind ?? Call,
            happened?.Sequence.ToString(CultureInfo.InvariantCulture),
            State(happened?.From, words),
            State(happened?.To, words),
            By,
            happened?.Actor ?? called!.Actor,
            Step,
            Outcome,
            called?.Status?.ToString(CultureInfo.InvariantCulture),
            Milliseconds?.ToString(CultureInfo.InvariantCulture),
            string.Join(" | ", happened?.Reasons.Select(reason => Masking.Apply(words.Of(reason), null)) ?? []),
            called?.Node,
            called?.Settings?.ToString(CultureInfo.InvariantCulture),
            called is null ? null : "hmac:" + called.RequestHash,
            called is { Settled: true } ? words["log.yes"] : null,
        ];
    }

    public JsonObject Json(WordList words)
    {
        var (happened, called) = (Line.Happened?.What, Line.Called?.What);
        return new JsonObject
        {
            ["at"] = Wire.Moment(Line.At),
            ["number"] = Line.Number,
            ["agency"] = Agency,
            ["channel"] = Channel,
            ["destination"] = Destination,
            ["centralId"] = CentralId,
            ["what"] = happened?.Kind ?? Call,
            ["sequence"] = happened?.Sequence,
            ["from"] = happened?.From is { } from ? Wire.Name(from) : null,
            ["to"] = happened?.To is { } to ? Wire.Name(to) : null,
            ["by"] = By,
            ["actor"] = happened?.Actor ?? called!.Actor,
            ["step"] = Step,
            ["outcome"] = Outcome,
            ["status"] = called?.Status,
            ["milliseconds"] = Milliseconds,
            ["reasons"] = new JsonArray([.. (happened?.Reasons ?? []).Select(reason => (JsonNode)new JsonObject { ["code"] = reason.Code, ["text"] = Masking.Apply(words.Of(reason), null) })]),
            ["node"] = called?.Node,
            ["settings"] = called?.Settings,
            ["requestHash"] = called?.RequestHash,
            ["settledNotDelivered"] = called?.Settled,
        };
    }

    private string Agency => Line.Happened?.Agency ?? Line.Called!.Agency;

    private string Channel => Line.Happened?.Channel ?? Line.Called!.Channel;

    private string Destination => Line.Called?.What.Destination ?? Line.Happened!.Destination;

    private string? CentralId => Line.Happened is { } happened ? happened.CentralId : Line.Called!.CentralId;

    // Calls are made by workers alone.
    private string By => Wire.Name(Line.Happened?.What.By ?? ActorKind.Worker);

    private string? Step => Line.Called is { } call ? Wire.Name(call.What.Step) : null;

    private string? Outcome => Line.Called is { } call ? call.What.Outcome is { } outcome ? Wire.Name(outcome) : "open" : null;

    private long? Milliseconds => Line.Called?.What.Duration is { } duration ? (long)duration.TotalMilliseconds : null;

    private static string? State(ComplaintState? state, WordList words) => state is { } known ? words["state." + Wire.Name(known)] : null;
}
