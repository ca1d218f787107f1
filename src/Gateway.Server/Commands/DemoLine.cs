using System.Text.Json.Nodes;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>What became of one sample item.</summary>
internal sealed record DemoLine(string Channel, string File, ItemReceipt Item)
{
    public JsonObject ToJson(IReadOnlyList<ComplaintRow> rows, WordList words) => new()
    {
        ["channel"] = Channel,
        ["file"] = File,
        ["item"] = Item.Item,
        ["outcome"] = Wire.Name(Item.Outcome),
        ["reasons"] = Wire.Reasons([.. Item.Reasons, .. rows.SelectMany(row => row.Reasons)], words),
        ["numbers"] = Wire.Texts(Item.Numbers),
        ["states"] = Wire.Texts(rows.Select(row => Wire.Name(row.State))),
        ["centralIds"] = Wire.Texts(rows.Select(row => row.CentralId)),
    };

    public IReadOnlyList<string> Cells(IReadOnlyList<ComplaintRow> rows, WordList words)
    {
        var states = rows.Select(row => $"{row.Number} {words["state." + Wire.Name(row.State)]}{(row.CentralId is null ? "" : " #" + row.CentralId)}");
        var reasons = Item.Reasons.Concat(rows.SelectMany(row => row.Reasons)).DistinctBy(reason => reason.ToString()).Select(words.Of);
        return [File, Item.Item, string.Join('\n', [words["outcome." + Wire.Name(Item.Outcome)], .. states]), string.Join('\n', reasons)];
    }
}
