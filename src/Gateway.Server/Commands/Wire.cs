using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Server.Words;
using Gates = Gateway.Core.Gates.GateList;

namespace Gateway.Server.Commands;

/// <summary>The stable JSON shapes of the command line.</summary>
internal static class Wire
{
    /// <summary>Name of a value of an enum as JSON has it: <c>held</c>, <c>permintaan-informasi</c>.</summary>
    public static string Name<T>(T value) where T : struct, Enum => JsonSerializer.SerializeToNode(value, ContractJson.Options)!.GetValue<string>();

    public static JsonArray Reasons(IEnumerable<Reason> reasons, WordList words) =>
        [.. reasons.Select(reason => (JsonNode)new JsonObject { ["code"] = reason.Code, ["text"] = words.Of(reason) })];

    public static JsonArray Texts(IEnumerable<string?> texts) => [.. texts.Select(text => (JsonNode?)text)];

    public static string? Moment(DateTimeOffset? moment) =>
        moment is null ? null : Core.Wita.Local(moment.Value).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>One line of <c>complaints list --json</c>.</summary>
    public static JsonObject Complaint(ComplaintRow row, WordList words) => new()
    {
        ["number"] = row.Number,
        ["state"] = Name(row.State),
        ["reasons"] = Reasons(row.Reasons, words),
        ["channel"] = row.Channel,
        ["agency"] = row.Agency,
        ["destination"] = row.Destination,
        ["klasifikasi"] = row.Klasifikasi is { } kind ? Name(kind) : null,
        ["judul"] = row.Judul,
        ["received"] = Moment(row.Received),
        ["seen"] = Moment(row.Seen),
        ["centralId"] = row.CentralId,
        ["attempts"] = row.Attempts,
        ["due"] = Moment(row.Due),
        ["version"] = row.Version,
    };

    /// <summary>One line of <c>quarantine list --json</c>.</summary>
    public static JsonObject Item(ItemRow item, WordList words) => new()
    {
        ["id"] = item.Id,
        ["channel"] = item.Channel,
        ["item"] = item.Item,
        ["outcome"] = Name(item.Outcome),
        ["reasons"] = Reasons(item.Reasons, words),
        ["received"] = Moment(item.Received),
        ["seen"] = Moment(item.Seen),
        ["numbers"] = Texts(item.Numbers),
        ["resolved"] = item.Resolved,
    };

    /// <summary>One line of <c>inspect</c>: with the reasons that its words alone would hold it for, and <c>marks</c> behind all when there are any.</summary>
    public static JsonObject Translation(string file, Translation translation, Complaint[] complete, WordList words)
    {
        var shown = new JsonObject
        {
            ["file"] = file,
            ["item"] = translation.Item,
            ["sourceKey"] = ContentDigest.OfParts(translation.KeyParts),
            ["outcome"] = Name(translation.Outcome),
            ["reasons"] = Reasons([.. translation.Reasons, .. complete.SelectMany(Gates.WordsThatHold).DistinctBy(reason => reason.Code)], words),
            ["complaints"] = JsonSerializer.SerializeToNode(complete, ContractJson.Options),
            ["reporter"] = JsonSerializer.SerializeToNode(translation.Reporter, ContractJson.Options),
        };
        if (complete.SelectMany(Gates.WordsThatMark).ToList() is { Count: > 0 } marks) shown["marks"] = Reasons(marks, words);
        return shown;
    }

    public static string Line(JsonNode node) => node.ToJsonString(ContractJson.Options);
}
