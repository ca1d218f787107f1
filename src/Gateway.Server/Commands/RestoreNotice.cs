using System.Text.Json.Nodes;
using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>Tells an auditor that the ledger was restored: what came in between the backup and the restore may be counted twice, or not at all.</summary>
internal static class RestoreNotice
{
    /// <summary>The restores that touch some days.</summary>
    public static async Task<IReadOnlyList<RestoreWindow>> OfAsync(ILedger ledger, DateOnly first, DateOnly last, CancellationToken ct) =>
        [.. (await RestoreWindow.AllAsync(ledger, ct)).Where(window => Wita.Day(window.From) <= last && Wita.Day(window.Until) >= first).OrderBy(window => window.Until)];

    public static string Line(RestoreWindow window, WordList words) =>
        words["audit.restored", ComplaintPage.Moment(window.From)!, ComplaintPage.Moment(window.Until)!, window.By ?? "?"];

    public static JsonObject Json(RestoreWindow window) => new()
    {
        ["restored"] = new JsonObject { ["backup"] = Wire.Moment(window.From), ["at"] = Wire.Moment(window.Until), ["by"] = window.By },
    };
}
