using System.CommandLine;
using System.Text.Json.Nodes;
using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints list|release|hold|discard</c> and the verbs of a file of their own: the officer's hands until there is a console.</summary>
internal static class ComplaintsCommand
{
    private const int Page = 100;

    public static Command Build(CommandContext context, GlobalOptions options) => Verb.Of(
        "complaints",
        "Pengaduan di meja petugas / Complaints on the desk",
        List(context, options),
        ShowCommand.Build(context, options),
        Act(context, options, "release", "Teruskan ke pusat / Let it go to the centre", ComplaintState.Queued, house => new ReleaseComplaint(house.Reader, house.Registry, house.Move).ExecuteAsync),
        Act(context, options, "hold", "Tahan / Keep back", ComplaintState.Held, house => new HoldComplaint(house.Ledger, house.Move).ExecuteAsync),
        Act(context, options, "discard", "Tidak diteruskan / Do not send", ComplaintState.Discarded, house => new DiscardComplaint(house.Move).ExecuteAsync),
        SplitCommand.Build(context, options),
        JoinCommand.Build(context, options),
        CompareCommand.Build(context, options),
        AskCommand.Build(context, options),
        EditCommand.Build(context, options),
        FileCommand.Build(context, options),
        PrepareCommand.Build(context, options),
        DeliveredCommand.Build(context, options),
        LinkCommand.Build(context, options),
        RenumberCommand.Build(context, options),
        HandOnCommand.Build(context, options),
        FollowUpsCommand.Build(context, options));

    private static Command List(CommandContext context, GlobalOptions options)
    {
        var state = new Option<string?>("--state") { Description = "recorded|held|queued|forwarding|retrying|delivered|parked|unknown|discarded|duplicate" };
        var channel = new Option<string?>("--channel");
        var agency = new Option<string?>("--agency");
        var destination = new Option<string?>("--destination");
        var batch = new Option<string?>("--batch") { Description = "Nomor batch / Batch id" };
        var central = new Option<string?>("--central") { Description = "Nomor di SP4N-LAPOR!, juga yang dahulu salah ketik / Number at the centre, also one that was mistyped once" };
        var waiting = new Option<bool>("--waiting") { Description = "Yang menunggu jawaban pelapor / Those that wait for their reporter" };
        var overdue = new Option<bool>("--overdue") { Description = "Yang jawabannya lewat waktu / Those whose answer is overdue" };
        var command = Verb.Of("list", "Daftar / List", state, channel, agency, destination, batch, central, waiting, overdue, options.Penelaah, options.Json);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var bears = given.GetValue(central) is not { } number ? null : CentralNumber.TryRead(number, out var bare) ? bare : throw new CommandException(2, words["op.bad-central-id", "--central", number]);
            var query = new ComplaintQuery
            {
                CentralId = bears,
                States = given.GetValue(state) is { } wanted ? [State(wanted)] : null,
                Channel = given.GetValue(channel),
                Agency = given.GetValue(agency),
                Destination = given.GetValue(destination),
                Round = given.GetValue(batch),
                HidesSupervised = !officer.IsPenelaah,
                Limit = Page,
            };
            bool Wanted(ComplaintRow row) => (!given.GetValue(waiting) || house.WaitingOf(row) is not null) && (!given.GetValue(overdue) || house.WaitingOf(row) is { IsOverdue: true });
            var (count, today) = (0, Wita.Day(house.Time.GetUtcNow()));
            while (await house.Ledger.ListAsync(query, ct) is { Count: > 0 } rows)
            {
                var followUps = new FollowUpTask(house);
                var counted = given.GetValue(options.Json) ? await Counted.WithAsync(house, rows, officer, ct) : null;
                foreach (var row in rows.Where(Wanted))
                {
                    await house.MaySeeAsync(row, officer, ct);
                    var followUp = await followUps.OfAsync(row, ct);
                    if (counted is not null) context.Out.WriteLine(Wire.Line(Json(house, row, counted, followUp, words)));
                    else foreach (var line in ListLines.Of(row, followUp, bears, house.WaitingOf(row), today, words)) context.Out.WriteLine(line);
                    count++;
                }

                query = query with { After = rows[^1].Position };
            }

            // A key that left the registry still has its complaints; one that nobody knows has none because it is mistyped.
            if (count == 0 && UnknownKey(query, house, words, context) is { } wrong) return wrong;
            if (count == 0 && !given.GetValue(options.Json)) context.Out.WriteLine(words["list.empty", house.Settings.DataDirectory]);
            return 0;
        });
        return command;
    }

    private static Command Act(
        CommandContext context, GlobalOptions options, string name, string description, ComplaintState to,
        Func<House, Func<string, Officer, CancellationToken, Task<OperationResult>>> operation)
    {
        var numbers = new Argument<string[]>("number") { Arity = ArgumentArity.ZeroOrMore };
        var batch = new Option<string?>("--batch") { Description = "Semua yang ditahan dari satu batch / All held ones of one batch" };
        var version = new Option<int?>("--version") { Description = "Hanya bila masih versi yang Anda baca / Only if it still is the version you read" };
        var command = Verb.Of(name, description, numbers, version, options.By, options.Reason, options.Penelaah);
        if (to != ComplaintState.Held) command.Options.Add(batch);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options) with { Read = given.GetValue(version) };
            var subjects = given.GetValue(numbers)!.ToList();
            if (to != ComplaintState.Held && given.GetValue(batch) is { } round)
            {
                var held = await OfBatchAsync(house, round, officer, ct);
                if (held.Count == 0) throw new CommandException(1, words["batch.none", round]);
                subjects.AddRange(held);
            }

            if (subjects.Count == 0) throw new CommandException(2, words["usage.numbers"]);
            if (subjects.Count > 1 && officer.Read is not null) throw new CommandException(2, words["usage.version-of-one"]);
            var (exit, going) = (0, new List<string>());
            foreach (var subject in subjects)
            {
                var result = TrackingNumber.TryRead(subject, out var read)
                    ? await operation(house)(read, officer, ct)
                    : new OperationResult(false, "not-a-number");
                exit = Math.Max(exit, Verb.Tell(context, words, subject, result, to));
                if (!result.Done || to != ComplaintState.Queued) continue;
                going.Add(read!);
            }

            await Verb.TellWhenItGoesAsync(context, words, house, going, ct);
            return exit;
        });
        return command;
    }

    /// <summary>Says that a typed number is mistyped, or that there is none such.</summary>
    public static int NotFound(CommandContext context, WordList words, string typed) =>
        Verb.Tell(context, words, typed, TrackingNumber.TryRead(typed, out _) ? new OperationResult(false, "not-found") : new OperationResult(false, "not-a-number"));

    /// <summary>The complaint of a number as a person types it.</summary>
    public static async Task<ComplaintRow?> FindAsync(House house, string typed, CancellationToken ct) =>
        TrackingNumber.TryRead(typed, out var number) ? await house.Ledger.FindAsync(number, ct) : null;

    /// <summary>A complaint in one line for a person.</summary>
    public static string Line(ComplaintRow row, WordList words)
    {
        var why = row.Reasons.Count == 0 ? "" : " - " + string.Join("; ", row.Reasons.Select(words.Of));
        var central = row.CentralId is null ? "" : $" #{row.CentralId}";
        var danger = row.Danger is null ? "" : $"!! {words["page.danger"]}  ";
        return $"{row.Number}  {words["state." + Wire.Name(row.State)],-12}{central}  {row.Channel}  {danger}{row.Judul}{why}";
    }

    /// <summary>A line of a list as JSON.</summary>
    public static JsonObject Json(House house, ComplaintRow row, Counted counted, TaskRow? followUp, WordList words)
    {
        var shown = Wire.Complaint(row, words);
        shown["linked"] = counted.Of(row).Count;
        if (followUp is not null) shown["followUp"] = Wire.Name(followUp.State);
        if (house.WaitingOf(row) is not { } waiting) return shown;
        shown["answerDue"] = AskCommand.Shown(waiting);
        shown["overdue"] = waiting.IsOverdue;
        return shown;
    }

    private static async Task<IReadOnlyList<string>> OfBatchAsync(House house, string round, Officer officer, CancellationToken ct)
    {
        var numbers = new List<string>();
        var query = new ComplaintQuery { Round = round, States = [ComplaintState.Held], HidesSupervised = !officer.IsPenelaah, Limit = Page };
        while (await house.Ledger.ListAsync(query, ct) is { Count: > 0 } rows)
        {
            // Batch is the reason that one decision settles; what another gate holds too stays for a look of its own.
            numbers.AddRange(rows.Where(row => row.Reasons.All(reason => reason.Code is "batch" or "review")).Select(row => row.Number));
            query = query with { After = rows[^1].Position };
        }

        return numbers;
    }

    private static int? UnknownKey(ComplaintQuery query, House house, WordList words, CommandContext context)
    {
        var registry = house.Registry.Current;
        if (query.Channel is { } channel && registry.Channel(channel) is null)
            return Verb.NoSuchKey(context, words, "list.no-channel", channel, registry.Channels.Select(known => known.Key));
        if (query.Agency is { } agency && registry.Agencies.All(known => known.Key != agency))
            return Verb.NoSuchKey(context, words, "list.no-agency", agency, registry.Agencies.Select(known => known.Key));
        return query.Destination is { } destination && registry.Destination(destination) is null
            ? Verb.NoSuchKey(context, words, "list.no-destination", destination, registry.Destinations.Select(known => known.Key))
            : null;
    }

    /// <summary>A state as it is typed.</summary>
    /// <exception cref="CommandException">There is none of that name.</exception>
    public static ComplaintState State(string wanted) =>
        Enum.TryParse<ComplaintState>(wanted, ignoreCase: true, out var state)
            ? state
            : throw new CommandException(2, $"--state '{wanted}': {string.Join(", ", Enum.GetValues<ComplaintState>().Select(Wire.Name))}");

    /// <summary>A call at the centre as JSON.</summary>
    public static JsonNode Attempt(AttemptRow attempt) => new JsonObject
    {
        ["id"] = attempt.Id,
        ["step"] = Wire.Name(attempt.Step),
        ["begun"] = Wire.Moment(attempt.Begun),
        ["ended"] = Wire.Moment(attempt.Ended),
        ["outcome"] = attempt.Outcome is { } outcome ? Wire.Name(outcome) : null,
        ["status"] = attempt.Status,
        ["milliseconds"] = attempt.Duration?.TotalMilliseconds,
        ["requestHash"] = attempt.RequestHash,
        ["excerpt"] = attempt.Excerpt,
        ["actor"] = attempt.Actor,
        ["node"] = attempt.Node,
        ["settings"] = attempt.Settings,
        ["settledNotDelivered"] = attempt.Settled,
    };
}
