using System.Text.Json.Nodes;
using Gateway.Core.Ledger;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>Shows what <c>gateway reconcile</c> found, to people and to scripts.</summary>
internal static class ReconcileReport
{
    /// <param name="writer">Takes the lines.</param>
    /// <param name="plan">What was found.</param>
    /// <param name="list">The list of the centre.</param>
    /// <param name="asks">It is a preview, which tells how to settle what it shows.</param>
    /// <param name="words">The language.</param>
    public static void Write(TextWriter writer, ReconcilePlan plan, CentreList list, bool asks, WordList words)
    {
        var compared = plan.Compared;
        writer.WriteLine(words["reconcile.read", list.Rows.Count, list.Unread, compared.Agreed]);
        Section("arrived", compared.Arrived.Select(pair => $"{pair.Row.Number}  #{pair.CentralId}"));
        Section("unexpected", compared.Unexpected.Select(pair => $"{pair.Row.Number}  #{pair.CentralId}  {words["state." + Wire.Name(pair.Row.State)]}"));
        Section("other-number", compared.OtherNumber.Select(pair => $"{pair.Row.Number}  #{pair.Row.CentralId} <> #{pair.CentralId}"));
        Section("doubled", compared.Doubled.Select(pair => $"{pair.Number}  {Ids(pair.CentralIds)}"));
        Section("doubtful", compared.Doubtful.Select(row => $"{(row.Sheet is null ? "" : row.Sheet + " ")}{row.Row}: #{row.CentralId}  {string.Join(", ", row.Numbers)}"));
        Section("not-ours", compared.NotOurs.Select(row => $"{row.Number}  #{row.CentralId}"));
        Section("alike", compared.Alike.Select(pair => $"{pair.Row.Number}  {Ids(pair.CentralIds)}"));
        Section("absent", plan.Absent.Select(row => row.Number));
        Section("not-seen", compared.NotSeen.Except(plan.Sooner.Rows).Except(plan.Absent).Except(plan.Elsewhere).Select(row => row.Number));
        Section("elsewhere", plan.Elsewhere.Select(row => row.Number));
        var sooner = plan.Sooner.Rows.Except(plan.Elsewhere).ToList();
        Section("too-soon", sooner.Select(row => row.Number));
        if (sooner.Count > 0) writer.WriteLine("  " + words["reconcile.too-soon-until", Moments.NotBefore(plan.Sooner.Until)]);
        if (plan.Taken is not null) Section("missing", compared.Missing.Select(row => $"{row.Number}  #{row.CentralId}"));
        if (asks && plan.Settles) writer.WriteLine(words["reconcile.next", plan.Digest]);
        if (plan.Taken is null && compared.NotSeen.Count > 0) writer.WriteLine(words["reconcile.next-whole"]);

        void Section(string name, IEnumerable<string> lines)
        {
            var all = lines.ToList();
            if (all.Count == 0) return;
            writer.WriteLine(words["reconcile." + name, all.Count]);
            foreach (var line in all) writer.WriteLine("  " + line);
        }
    }

    public static JsonObject Json(ReconcilePlan plan, CentreList list) => new()
    {
        ["rows"] = list.Rows.Count,
        ["unread"] = list.Unread,
        ["agreed"] = plan.Compared.Agreed,
        ["arrived"] = Pairs(plan.Compared.Arrived),
        ["unexpected"] = Pairs(plan.Compared.Unexpected),
        ["otherNumber"] = Pairs(plan.Compared.OtherNumber),
        ["doubled"] = Several(plan.Compared.Doubled),
        ["doubtful"] = new JsonArray([.. plan.Compared.Doubtful.Select(row => (JsonNode)new JsonObject { ["sheet"] = row.Sheet, ["row"] = row.Row, ["centralId"] = row.CentralId, ["numbers"] = Wire.Texts(row.Numbers) })]),
        ["notOurs"] = new JsonArray([.. plan.Compared.NotOurs.Select(row => (JsonNode)new JsonObject { ["number"] = row.Number, ["centralId"] = row.CentralId, ["sheet"] = row.Sheet, ["row"] = row.Row })]),
        ["alike"] = Several(plan.Compared.Alike.Select(pair => (pair.Row.Number, pair.CentralIds))),
        ["notSeen"] = Wire.Texts(plan.Compared.NotSeen.Select(row => row.Number)),
        ["elsewhere"] = Wire.Texts(plan.Elsewhere.Select(row => row.Number)),
        ["tooSoon"] = Wire.Texts(plan.Sooner.Rows.Select(row => row.Number)),
        ["listFrom"] = plan.Sooner.Rows.Count > 0 ? Wire.Moment(plan.Sooner.Until) : null,
        ["missing"] = plan.Taken is null ? null : Wire.Texts(plan.Compared.Missing.Select(row => row.Number)),
        ["digest"] = plan.Settles ? plan.Digest : null,
    };

    private static string Ids(IReadOnlyList<string> ids) => string.Join(", ", ids.Select(id => "#" + id));

    private static JsonArray Several(IEnumerable<(string Number, IReadOnlyList<string> CentralIds)> pairs) =>
        [.. pairs.Select(pair => (JsonNode)new JsonObject { ["number"] = pair.Number, ["centralIds"] = Wire.Texts(pair.CentralIds) })];

    private static JsonArray Pairs(IEnumerable<(ComplaintRow Row, string CentralId)> pairs) =>
        [.. pairs.Select(pair => (JsonNode)new JsonObject { ["number"] = pair.Row.Number, ["centralId"] = pair.CentralId })];
}
