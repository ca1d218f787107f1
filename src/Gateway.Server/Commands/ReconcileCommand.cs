using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway reconcile FILE</c>: a list taken from the pages of SP4N-LAPOR! beside the ledger, both ways; with <c>--yes</c> it settles what is unknown.</summary>
internal static class ReconcileCommand
{
    private const int Page = 500;
    private const string MomentForm = "yyyy-MM-dd HH:mm";

    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var file = new Argument<string>("file");
        var destination = new Option<string>("--destination") { DefaultValueFactory = _ => "default" };
        var id = new Option<string?>("--id") { Description = "Judul kolom nomor pusat / Heading of the column with the centre's number" };
        var whole = new Option<string?>("--whole") { Description = $"Daftar ini lengkap pada waktu itu (WITA) / The list was complete then: {MomentForm}" };
        var yes = new Option<bool>("--yes") { Description = "Putuskan seperti pratinjau / Settle as shown" };
        var command = Verb.Of(
            "reconcile", "Cocokkan dengan daftar dari SP4N-LAPOR! / Compare with a list from SP4N-LAPOR!", file, destination, id, whole, yes,
            options.By, options.Reason, options.Penelaah, options.Json);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var key = given.GetValue(destination)!;
            if (house.Registry.Current.Destination(key) is null)
                return Verb.NoSuchKey(context, words, "list.no-destination", key, house.Registry.Current.Destinations.Select(known => known.Key));
            var taken = Moment(given.GetValue(whole), words);
            var list = CentreList.Read(Path.GetFullPath(given.GetValue(file)!, context.Cwd), given.GetValue(id), words);
            var compared = await CompareAsync(house, key, list, officer, ct);
            if (given.GetValue(options.Json)) context.Out.WriteLine(Wire.Line(Json(compared, list, taken)));
            else Write(context.Out, compared, list, taken, words);
            if (!given.GetValue(yes)) return IsClean(compared, taken) ? 0 : 1;
            var notWhole = taken is { } moment ? NotWhole(compared, list, moment > house.Time.GetUtcNow()) : null;
            if (notWhole is not null && compared.NotSeen.Count > 0) context.Error.WriteLine(words["reconcile.not-whole", words[notWhole]]);
            var exit = await SettleAsync(context, words, house, compared, notWhole is null ? taken : null, officer, ct);
            return notWhole is null || compared.NotSeen.Count == 0 ? exit : 1;
        });
        return command;
    }

    private static async Task<Reconciliation> CompareAsync(House house, string destination, CentreList list, Officer officer, CancellationToken ct)
    {
        var ours = new List<ComplaintRow>();
        var query = new ComplaintQuery { Destination = destination, HidesSupervised = !officer.IsPenelaah, Limit = Page };
        while (await house.Ledger.ListAsync(query, ct) is { Count: > 0 } rows)
        {
            ours.AddRange(rows);
            query = query with { After = rows[^1].Position };
        }

        foreach (var row in ours) await house.MaySeeAsync(row, officer, ct);
        // What this officer may not see is ours all the same.
        var known = ours.Select(row => row.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var number in list.Rows.Select(row => row.Number).OfType<string>().Where(number => !known.Contains(number)).Distinct().ToList())
            if (await house.Ledger.FindAsync(number, ct) is not null) known.Add(number);
        return Reconciliation.Of(list.Rows, ours, known.Contains);
    }

    private static async Task<int> SettleAsync(
        CommandContext context, WordList words, House house, Reconciliation compared, DateTimeOffset? taken, Officer officer, CancellationToken ct)
    {
        var settle = new SettleUnknown(house.Ledger, house.Move, house.Registry, house.Time);
        var (exit, goes) = (0, false);
        foreach (var (row, id) in compared.Arrived)
            exit = Math.Max(exit, Verb.Tell(context, words, row.Number, await settle.DeliveredAsync(row.Number, id, officer, null, false, ct), ComplaintState.Delivered));
        if (taken is { } looked)
        {
            foreach (var row in compared.NotSeen)
            {
                var result = await settle.NotDeliveredAsync(row.Number, officer, looked, ct);
                exit = Math.Max(exit, Verb.Tell(context, words, row.Number, result, ComplaintState.Queued));
                goes |= result is { Done: true, To: ComplaintState.Queued };
            }
        }

        if (goes) Verb.TellWhenItGoes(context, words);
        return exit;
    }

    // An absence is proved by a list that shows everything else.
    private static string? NotWhole(Reconciliation compared, CentreList list, bool isLater) =>
        isLater ? "reconcile.not-whole-future"
        : list.Unread > 0 ? "reconcile.not-whole-unread"
        : compared.Cut > 0 ? "reconcile.not-whole-cut"
        : compared.Missing.Count > 0 ? "reconcile.not-whole-missing"
        : null;

    // A list that is not whole proves the absence of nothing.
    private static bool IsClean(Reconciliation compared, DateTimeOffset? taken) =>
        compared is { Arrived.Count: 0, Unexpected.Count: 0, OtherNumber.Count: 0, Doubled.Count: 0, Doubtful.Count: 0, NotOurs.Count: 0 }
        && (taken is null || compared is { NotSeen.Count: 0, Missing.Count: 0 });

    private static void Write(TextWriter writer, Reconciliation compared, CentreList list, DateTimeOffset? taken, WordList words)
    {
        writer.WriteLine(words["reconcile.read", list.Rows.Count, list.Unread, compared.Agreed]);
        Section("arrived", compared.Arrived.Select(pair => $"{pair.Row.Number}  #{pair.CentralId}"));
        Section("unexpected", compared.Unexpected.Select(pair => $"{pair.Row.Number}  #{pair.CentralId}  {words["state." + Wire.Name(pair.Row.State)]}"));
        Section("other-number", compared.OtherNumber.Select(pair => $"{pair.Row.Number}  #{pair.Row.CentralId} <> #{pair.CentralId}"));
        Section("doubled", compared.Doubled.Select(pair => $"{pair.Number}  {string.Join(", ", pair.CentralIds.Select(id => "#" + id))}"));
        Section("doubtful", compared.Doubtful.Select(row => $"{row.Row}: #{row.CentralId}  {string.Join(", ", row.Numbers)}"));
        Section("not-ours", compared.NotOurs.Select(row => $"{row.Number}  #{row.CentralId}"));
        Section(taken is null ? "not-seen" : "absent", compared.NotSeen.Select(row => row.Number));
        if (taken is not null) Section("missing", compared.Missing.Select(row => $"{row.Number}  #{row.CentralId}"));
        writer.WriteLine(words["reconcile.next"]);

        void Section(string name, IEnumerable<string> lines)
        {
            var all = lines.ToList();
            if (all.Count == 0) return;
            writer.WriteLine(words["reconcile." + name, all.Count]);
            foreach (var line in all) writer.WriteLine("  " + line);
        }
    }

    private static JsonObject Json(Reconciliation compared, CentreList list, DateTimeOffset? taken) => new()
    {
        ["rows"] = list.Rows.Count,
        ["unread"] = list.Unread,
        ["agreed"] = compared.Agreed,
        ["arrived"] = Pairs(compared.Arrived),
        ["unexpected"] = Pairs(compared.Unexpected),
        ["otherNumber"] = Pairs(compared.OtherNumber),
        ["doubled"] = new JsonArray([.. compared.Doubled.Select(pair => (JsonNode)new JsonObject { ["number"] = pair.Number, ["centralIds"] = Wire.Texts(pair.CentralIds) })]),
        ["doubtful"] = new JsonArray([.. compared.Doubtful.Select(row => (JsonNode)new JsonObject { ["row"] = row.Row, ["centralId"] = row.CentralId, ["numbers"] = Wire.Texts(row.Numbers) })]),
        ["notOurs"] = new JsonArray([.. compared.NotOurs.Select(row => (JsonNode)new JsonObject { ["number"] = row.Number, ["centralId"] = row.CentralId, ["row"] = row.Row })]),
        ["notSeen"] = Wire.Texts(compared.NotSeen.Select(row => row.Number)),
        ["missing"] = taken is null ? null : Wire.Texts(compared.Missing.Select(row => row.Number)),
    };

    private static JsonArray Pairs(IEnumerable<(ComplaintRow Row, string CentralId)> pairs) =>
        [.. pairs.Select(pair => (JsonNode)new JsonObject { ["number"] = pair.Row.Number, ["centralId"] = pair.CentralId })];

    private static DateTimeOffset? Moment(string? typed, WordList words)
    {
        if (typed is null) return null;
        return DateTime.TryParseExact(typed, MomentForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? new DateTimeOffset(moment, Wita.Offset)
            : throw new CommandException(2, words["usage.moment", typed]);
    }
}
