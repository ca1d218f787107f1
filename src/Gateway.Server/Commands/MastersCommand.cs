using System.CommandLine;
using System.Text.Json.Nodes;
using Gateway.Core.Destinations;
using Gateway.Core.Masters;
using Gateway.Infrastructure.Central;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway destination masters KEY</c>: what the centre lists (institutions, templates), what changed, and what waits for a person.</summary>
internal static class MastersCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var key = new Argument<string>("key");
        var list = new Option<string>("--list") { Description = "institutions|templates", DefaultValueFactory = _ => "institutions" };
        var find = new Option<string?>("--find") { Description = "Baris yang memuat kata ini / Rows with this word" };
        var diff = new Option<bool>("--diff") { Description = "Perubahan tiap versi / What each version changed" };
        var read = new Option<bool>("--read") { Description = "Baca sekarang / Read it now" };
        var accept = new Option<bool>("--accept") { Description = "Terima daftar yang ditahan / Take the list that is held" };
        var command = Verb.Of("masters", "Daftar instansi dan templat pusat / Institutions and templates of the centre", key, list, find, diff, read, accept, options.By, options.Json);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var wanted = given.GetValue(key)!;
            if (house.Registry.Current.Destination(wanted) is not { } destination)
                return Verb.NoSuchKey(context, words, "list.no-destination", wanted, house.Registry.Current.Destinations.Select(known => known.Key));
            if (destination.Kind == "manual") throw new CommandException(1, words["masters.manual", wanted]);
            if (!Enum.TryParse<MasterList>(given.GetValue(list), ignoreCase: true, out var which)) throw new CommandException(2, $"--list '{given.GetValue(list)}': institutions, templates");
            using var central = new CentralClient(Secrets.Resolve, house.Time);
            var desk = house.Masters(central);
            var exit = 0;
            if (given.GetValue(read) && !await ReadAsync(context, words, desk, destination, which, ct)) exit = 1;
            if (given.GetValue(accept) && !await desk.AcceptAsync(wanted, which, given.Officer(context, options).Name, ct)) throw new CommandException(1, words["masters.nothing-held", wanted]);
            var latest = await house.Ledger.MastersAsync(wanted, which, null, ct);
            var page = new Page(latest, await desk.LookAsync(wanted, which, ct), Missing(house, destination, which, latest));
            if (given.GetValue(options.Json)) context.Out.WriteLine(Wire.Line(page.Json(words, destination.Key, which)));
            else page.Write(context.Out, words);
            var isAsked = given.GetResult(list) is { Implicit: false } && given.GetValue(find) is null && !given.GetValue(diff) && !given.GetValue(read) && !given.GetValue(accept);
            if (isAsked && !given.GetValue(options.Json)) foreach (var entry in latest?.Entries ?? []) context.Out.WriteLine(Row(entry));
            if (given.GetValue(diff)) await DifferencesAsync(context.Out, words, house, latest, ct);
            if (given.GetValue(find) is { } text && latest is not null) Find(context.Out, words, latest, text);
            return exit;
        });
        return command;
    }

    // What was wrong with a list that was read stands in its look.
    private static async Task<bool> ReadAsync(CommandContext context, WordList words, MasterDesk desk, Destination destination, MasterList list, CancellationToken ct)
    {
        var result = await desk.ReadAsync(destination, list, (page, rows) => context.Error.WriteLine(words["masters.page", page, rows]), ct);
        if (result is { Done: false, Code: not MasterDesk.Faulty }) ReadingOption.Refuse(context, words, destination.Key, result);
        return result.Done;
    }

    private static string Row(MasterEntry entry) => $"  {entry.Id}  {entry.Name}";

    private static IReadOnlyList<(string Name, string Code)> Missing(House house, Destination destination, MasterList list, MasterSet? latest) =>
        list == MasterList.Institutions && latest is not null ? MappedCodes.Missing(house.Registry.Current, destination, latest) : [];

    private static void Find(TextWriter writer, WordList words, MasterSet set, string text)
    {
        var found = set.Entries.Where(entry => entry.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || entry.Id == text).ToList();
        foreach (var entry in found) writer.WriteLine(Row(entry));
        if (found.Count > 0) return;
        var near = NearestEntries.To(text, set.Entries).ToList();
        writer.WriteLine(words[near.Count > 0 ? "masters.not-found" : "masters.nothing-near", text]);
        foreach (var entry in near) writer.WriteLine(Row(entry));
    }

    private static async Task DifferencesAsync(TextWriter writer, WordList words, House house, MasterSet? set, CancellationToken ct)
    {
        if (set is { Version: 1 }) writer.WriteLine(words["masters.no-differences", ComplaintPage.Moment(set.Taken)!]);
        while (set is { Version: > 1 } later && await house.Ledger.MastersAsync(set.Destination, set.List, set.Version - 1, ct) is { } earlier)
        {
            var differences = MasterDifferences.Of(earlier.Entries, later.Entries);
            writer.WriteLine(words["masters.version", later.Version, ComplaintPage.Moment(later.Taken)!, later.Actor]);
            foreach (var entry in differences.Vanished) writer.WriteLine($"  - {entry.Id}  {entry.Name}");
            foreach (var entry in differences.Added) writer.WriteLine($"  + {entry.Id}  {entry.Name}");
            foreach (var (before, after) in differences.Changed) writer.WriteLine($"  ~ {before.Id}  {before.Name} -> {after.Name}");
            set = earlier;
        }
    }

    /// <summary>What is known of one list.</summary>
    private sealed record Page(MasterSet? Latest, MasterLook? Look, IReadOnlyList<(string Name, string Code)> Missing)
    {
        public void Write(TextWriter writer, WordList words)
        {
            writer.WriteLine(Latest is null ? words["masters.none"] : words["masters.latest", Latest.Version, Latest.Entries.Count, ComplaintPage.Moment(Latest.Taken)!, ComplaintPage.Moment(Look?.Good) ?? "-"]);
            if (Look?.Fault is { } fault) writer.WriteLine($"!! {ComplaintPage.Moment(Look.Tried)}: {words.Of(fault)}");
            if (Look?.Held is { } held) writer.WriteLine("!! " + words["masters.held", held.Count]);
            foreach (var (name, code) in Missing) writer.WriteLine("!! " + words["masters.missing", code, name]);
        }

        public JsonObject Json(WordList words, string destination, MasterList list) => new()
        {
            ["destination"] = destination,
            ["list"] = Wire.Name(list),
            ["version"] = Latest?.Version,
            ["taken"] = Wire.Moment(Latest?.Taken),
            ["count"] = Latest?.Entries.Count,
            ["lastTried"] = Wire.Moment(Look?.Tried),
            ["lastGood"] = Wire.Moment(Look?.Good),
            ["fault"] = Look?.Fault is { } fault ? Wire.Reasons([fault], words)[0]!.DeepClone() : null,
            ["held"] = Look?.Held?.Count,
            ["missing"] = new JsonArray([.. Missing.Select(mapped => (JsonNode)new JsonObject { ["name"] = mapped.Name, ["code"] = mapped.Code })]),
        };
    }
}
