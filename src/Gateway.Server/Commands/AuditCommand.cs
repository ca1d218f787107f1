using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Contracts.Intake;
using Gateway.Core;
using Gateway.Core.Audit;
using Gateway.Core.Ledger;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway audit completeness</c>: whatever was seen has an outcome, and the sums agree with what the sources say.</summary>
internal static class AuditCommand
{
    /// <summary>Verbs of later parts.</summary>
    private static readonly string[] Later = ["verify", "checkpoint", "receipt", "verify-receipt", "export"];

    public static Command Build(CommandContext context, GlobalOptions options) => Verb.Of(
        "audit", "Pemeriksaan / Checks for auditors", Later.Select(verb => NotYetCommand.Build(verb, context)).Prepend(AuditLogCommand.Build(context, options)).Prepend(Completeness(context, options)));

    private static Command Completeness(CommandContext context, GlobalOptions options)
    {
        var from = new Option<string?>("--from") { Description = "yyyy-MM-dd (WITA)" };
        var to = new Option<string?>("--to") { Description = "yyyy-MM-dd (WITA)" };
        var channel = new Option<string?>("--channel");
        var evidence = new Option<bool>("--evidence") { Description = "UID, baris dan nomor baris tabel / UIDs, lines and row numbers" };
        var command = Verb.Of("completeness", "Yang terlihat di sumber dan hasilnya / What was seen at the sources and what became of it", from, to, channel, evidence, options.Json);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var (first, last) = Days.Span(given.GetValue(from), given.GetValue(to), Wita.Day(house.Time.GetUtcNow()), words);
            var wanted = given.GetValue(channel);
            if (wanted is not null && house.Registry.Current.Channel(wanted) is null) throw new CommandException(2, words["import.no-channel", wanted]);
            var restores = await RestoreNotice.OfAsync(house.Ledger, first, last, ct);
            var found = restores.Count == 0 ? 0 : 1;
            foreach (var window in restores) context.Out.WriteLine(given.GetValue(options.Json) ? Wire.Line(RestoreNotice.Json(window)) : "!! " + RestoreNotice.Line(window, words));
            foreach (var tally in await house.Ledger.TallyAsync(first, last, ct))
            {
                if (wanted is not null && tally.Channel != wanted) continue;
                var day = await ReadAsync(house, tally, ct);
                IReadOnlyList<Evidence> seen = given.GetValue(evidence) ? await Evidence.OfAsync(house.Ledger, house.Intake, tally.Channel, tally.Day, ct) : [];
                if (day.Gaps.Count > 0 || seen.Any(source => source.Missing.Count > 0)) found = 1;
                if (given.GetValue(options.Json)) context.Out.WriteLine(Wire.Line(Json(day, given.GetValue(evidence) ? seen : null, words)));
                else Write(context.Out, day, seen, words);
            }

            if (!given.GetValue(options.Json)) context.Out.WriteLine(words[found == 0 ? "audit.complete" : "audit.gaps", Days.Shown(first), Days.Shown(last)]);
            return found;
        });
        return command;
    }

    private static async Task<Completeness> ReadAsync(House house, DayTally tally, CancellationToken ct)
    {
        var look = await house.Ledger.GetAsync(tally.Channel, LookBook.Key(tally.Day), ct);
        var breaks = (await house.Ledger.FindAsync(tally.Channel, "gap/", ct)).Values.Count(at => IsOn(at, tally.Day));
        return new Completeness(tally, look is null ? null : SourceLook.Read(look), breaks);
    }

    // The value of a gap begins with the moment at which it was seen.
    private static bool IsOn(string value, DateOnly day) =>
        DateTimeOffset.TryParse(value.Split('|')[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && Wita.Day(at) == day;

    private static JsonObject Json(Completeness day, IReadOnlyList<Evidence>? seen, WordList words)
    {
        var shown = Json(day, words);
        if (seen is not null)
        {
            shown["evidence"] = new JsonArray([.. seen.Select(source => (JsonNode)new JsonObject
            {
                ["source"] = source.Source,
                ["kind"] = source.Kind,
                ["places"] = source.Places,
                ["items"] = source.Items,
                ["missing"] = Wire.Texts(source.Missing),
            })]);
        }

        return shown;
    }

    private static JsonObject Json(Completeness day, WordList words) => new()
    {
        ["channel"] = day.Tally.Channel,
        ["day"] = Days.Shown(day.Tally.Day),
        ["arrivals"] = day.Tally.Arrivals,
        ["unfinished"] = day.Tally.Unfinished,
        ["items"] = day.Items,
        ["outcomes"] = new JsonObject(Enum.GetValues<ItemOutcome>().Select(outcome =>
            KeyValuePair.Create(Wire.Name(outcome), (JsonNode?)day.Tally.Outcomes.GetValueOrDefault(outcome)))),
        ["complaints"] = day.Tally.Complaints,
        ["source"] = day.Source is not { } source
            ? null
            : new JsonObject { ["held"] = source.Held, ["known"] = source.Known, ["failed"] = source.Failed, ["at"] = Wire.Moment(source.At) },
        ["gaps"] = Wire.Reasons(day.Gaps, words),
    };

    private static void Write(TextWriter writer, Completeness day, IReadOnlyList<Evidence> seen, WordList words)
    {
        writer.WriteLine(words["audit.day", Days.Shown(day.Tally.Day), day.Tally.Channel, day.Tally.Arrivals, day.Items, day.Tally.Complaints]);
        foreach (var (outcome, count) in day.Tally.Outcomes.OrderBy(pair => pair.Key)) writer.WriteLine($"  {words["outcome." + Wire.Name(outcome)],-24}{count,8}");
        if (day.Source is { } source) writer.WriteLine("  " + words["audit.source", source.Held, source.Known?.ToString(CultureInfo.InvariantCulture) ?? "?", source.Failed]);
        foreach (var places in seen)
        {
            writer.WriteLine("  " + words["audit.evidence", places.Source ?? words["audit.left"], places.Places, places.Items]);
            if (places.Missing.Count > 0) writer.WriteLine("  !! " + words["audit.missing", string.Join(", ", places.Missing)]);
        }

        foreach (var gap in day.Gaps) writer.WriteLine("  !! " + words.Of(gap));
    }
}
