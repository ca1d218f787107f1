using System.CommandLine;
using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Contracts.Intake;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway quarantine list|show|fix|ignore</c>: what could not be read, and the way back into the flow.</summary>
internal static class QuarantineCommand
{
    private const int Most = 10_000;

    public static Command Build(CommandContext context, GlobalOptions options) => Verb.Of(
        "quarantine", "Yang tidak terbaca / What could not be read", List(context, options), Show(context, options), Fix(context, options), Ignore(context, options));

    private static Command List(CommandContext context, GlobalOptions options)
    {
        var channel = new Option<string?>("--channel");
        var ignored = new Option<bool>("--ignored") { Description = "Yang diabaikan / The ignored ones" };
        var followUps = new Option<bool>("--followups") { Description = "Yang menambah pengaduan yang sudah diteruskan / What adds to complaints already sent" };
        var all = new Option<bool>("--all") { Description = "Juga yang sudah selesai / The resolved ones too" };
        var command = Verb.Of("list", "Daftar / List", channel, ignored, followUps, all, options.Penelaah, options.Json);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var outcome = given.GetValue(ignored) ? ItemOutcome.Ignored : given.GetValue(followUps) ? ItemOutcome.FollowUp : ItemOutcome.Quarantined;
            var key = given.GetValue(channel);
            var items = await house.Ledger.ItemsAsync(outcome, key, given.GetValue(all), Most, ct);
            if (items.Count == 0 && key is not null && house.Registry.Current.Channel(key) is null)
                return Verb.NoSuchKey(context, words, "list.no-channel", key, house.Registry.Current.Channels.Select(known => known.Key));
            var officer = given.Officer(context, options);
            foreach (var item in items)
            {
                if (outcome == ItemOutcome.FollowUp && !await MaySeeAsync(house, item.Numbers, officer, ct)) continue;
                context.Out.WriteLine(given.GetValue(options.Json)
                    ? Wire.Line(Wire.Item(item, words))
                    : $"{item.Id}  {item.Channel}  {item.Item}  {Wire.Moment(item.Seen)}  {string.Join("; ", item.Reasons.Select(words.Of))}{(item.Resolved is null ? "" : $"  [{item.Resolved}]")}");
            }

            if (items.Count == 0 && !given.GetValue(options.Json)) context.Out.WriteLine(words["list.empty", house.Settings.DataDirectory]);
            return 0;
        });
        return command;
    }

    private static Command Show(CommandContext context, GlobalOptions options)
    {
        var id = new Argument<string>("id");
        var raw = new Option<string?>("--raw") { Description = "Tulis isi asli ke berkas / Write the raw bytes to a file" };
        var command = Verb.Of("show", "Rincian / Details", id, raw, options.By, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            if (await house.Ledger.ItemAsync(given.GetValue(id)!, ct) is not { } item)
                return Verb.Tell(context, words, given.GetValue(id)!, new OperationResult(false, "no-item"));
            var shown = Wire.Item(item, words);
            if (await QuarantinedFields.ReadAsync(house, item, ct) is { } fields) shown["fields"] = fields;
            if (item.Resolved == "fixed" && item.Arrival is { } parts)
                shown["became"] = Wire.Texts((await house.Ledger.ItemsOfAsync(parts, ct)).Where(part => part.Item == item.Item + "/fixed").SelectMany(part => part.Numbers));
            context.Out.WriteLine(shown.ToJsonString(ContractJson.Indented));
            if (given.GetValue(raw) is not { } file) return 0;
            if (item.Arrival is null || await house.Ledger.ArrivalAsync(item.Arrival, ct) is not { } arrival)
                return Verb.Tell(context, words, item.Id, new OperationResult(false, "bytes-gone"));
            var officer = given.Officer(context, options);
            // The raw file shows all of it, also what accuses an office.
            if (!await MaySeeAsync(house, (await house.Ledger.ItemsOfAsync(arrival.Id, ct)).SelectMany(part => part.Numbers), officer, ct))
                return Verb.Tell(context, words, item.Id, new OperationResult(false, "only-penelaah"));
            var path = Path.GetFullPath(file, context.Cwd);
            await using var target = NewFile.Create(path, words);
            await using var source = house.Intake.Unseal(arrival).Content.Open();
            await source.CopyToAsync(target, ct);
            context.Out.WriteLine(words["quarantine.written", file]);
            return 0;
        });
        return command;
    }

    private static async Task<bool> MaySeeAsync(House house, IEnumerable<string> numbers, Officer officer, CancellationToken ct)
    {
        foreach (var number in numbers.Distinct())
            if (await house.Ledger.FindAsync(number, ct) is { } row && !await house.MaySeeAsync(row, officer, ct)) return false;
        return true;
    }

    private static Command Fix(CommandContext context, GlobalOptions options)
    {
        var id = new Argument<string>("id");
        var set = new Option<string[]>("--set") { Description = "field=value" };
        var isi = new Option<string?>("--isi") { Description = "Berkas teks pengaduan / File with the complaint's text" };
        var command = Verb.Of("fix", "Jadikan pengaduan / Make a complaint of it", id, set, isi, options.By, options.Reason);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var fix = new FixQuarantined(house.Ledger, house.Intake, house.Registry, ChannelAdapters.Translators);
            var officer = given.Officer(context, options);
            var fields = Fields(given.GetValue(set) ?? [], words, QuarantinedFields.Names);
            var text = given.GetValue(isi);
            if (text is not null && fields.Count > 0) throw new CommandException(2, words["usage.fix"]);
            if (text is null && fields.Count == 0)
                return Verb.Tell(context, words, given.GetValue(id)!, await fix.AskBackAsync(given.GetValue(id)!, officer, house.Time.GetUtcNow(), ct));
            var (result, receipt) = text is null
                ? await fix.WithFieldsAsync(given.GetValue(id)!, fields, officer, ct)
                : await fix.WithTextAsync(given.GetValue(id)!, await ReadAsync(Path.GetFullPath(text, context.Cwd), words, ct), officer, ct);
            await house.JudgeAsync(ct);
            foreach (var number in receipt?.Numbers ?? []) context.Out.WriteLine(number);
            if (result.Code == "still-unreadable") result = result with { Detail = string.Join("; ", result.Reasons.Select(words.Of)) };
            return Verb.Tell(context, words, given.GetValue(id)!, result);
        });
        return command;
    }

    private static Command Ignore(CommandContext context, GlobalOptions options)
    {
        var ids = new Argument<string[]>("id") { Arity = ArgumentArity.OneOrMore };
        var command = Verb.Of("ignore", "Bukan pengaduan / Not a complaint", ids, options.By, options.Reason);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var exit = 0;
            foreach (var id in given.GetValue(ids)!)
            {
                exit = Math.Max(exit, Verb.Tell(context, words, id, await IgnoreAsync(house, id, officer, ct)));
            }

            return exit;
        });
        return command;
    }

    private static async Task<OperationResult> IgnoreAsync(House house, string id, Officer officer, CancellationToken ct)
    {
        if (officer.Why is null) return new OperationResult(false, "reason-missing", id);
        if (await house.Ledger.ItemAsync(id, ct) is null) return new OperationResult(false, "no-item", id);
        return await house.Ledger.ResolveItemAsync(id, "discarded", officer.Name, officer.Why, house.Time.GetUtcNow(), null, ct)
            ? OperationResult.Ok
            : new OperationResult(false, "not-open", id);
    }

    private static Dictionary<string, string> Fields(IEnumerable<string> given, WordList words, IReadOnlyList<string> known)
    {
        var fields = new Dictionary<string, string>();
        foreach (var pair in given)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw new CommandException(2, words["usage.set", pair]);
            var name = known.FirstOrDefault(field => FieldNames.Fold(field) == FieldNames.Fold(pair[..at]))
                ?? throw new CommandException(2, words["usage.field", pair[..at], string.Join(", ", known)]);
            fields[name] = pair[(at + 1)..];
        }

        return fields;
    }

    private static async Task<string> ReadAsync(string path, WordList words, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllTextAsync(path, ct);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(3, PathFault.Of(words, path, unreadable));
        }
    }
}
