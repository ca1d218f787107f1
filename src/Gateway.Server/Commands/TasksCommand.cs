using System.CommandLine;
using System.Text.Json.Nodes;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway tasks list|show|settle|replay|drop</c>: hand-ons and follow-up posts, above all those that wait for a person.</summary>
internal static class TasksCommand
{
    private const int Most = 10_000;
    private static readonly TaskState[] Waiting = [TaskState.Unknown, TaskState.Parked];

    public static Command Build(CommandContext context, GlobalOptions options) => Verb.Of(
        "tasks", "Tugas di pusat: disposisi dan tindak lanjut / Tasks at the centre: hand-ons and follow-ups", List(context, options), Show(context, options), Settle(context, options),
        Act(context, options, "replay", "Kirim ulang yang berhenti / Send a parked one again", (house, task, officer, ct) => house.SettleTask.ReplayAsync(task, officer, ct)),
        Act(context, options, "drop", "Batalkan / Take back", (house, task, officer, ct) => house.SettleTask.DropAsync(task, officer, ct)));

    /// <summary>One line of a task for a person.</summary>
    public static string Line(TaskRow task, WordList words)
    {
        var due = task.Due is { } at && task.State is not TaskState.Done ? "  " + words["tasks.due", ComplaintPage.Moment(at)] : "";
        var why = task.Reasons.Count == 0 ? "" : " - " + string.Join("; ", task.Reasons.Select(words.Of));
        return $"{task.Name}  {words["task." + Wire.Name(task.Kind)]} {task.Origin}  {words["task." + Wire.Name(task.State)]}{due}{why}";
    }

    public static JsonObject Json(TaskRow task, WordList words) => new()
    {
        ["task"] = task.Name,
        ["kind"] = Wire.Name(task.Kind),
        ["state"] = Wire.Name(task.State),
        ["number"] = task.Number,
        ["origin"] = task.Origin,
        ["reasons"] = Wire.Reasons(task.Reasons, words),
        ["destination"] = task.Destination,
        ["centralId"] = task.CentralId,
        ["started"] = Wire.Moment(task.Started),
        ["startedBy"] = task.StartedBy,
        ["attempts"] = task.Attempts,
        ["looks"] = task.Looks,
        ["due"] = Wire.Moment(task.Due),
        ["version"] = task.Version,
    };

    private static Command List(CommandContext context, GlobalOptions options)
    {
        var all = new Option<bool>("--all") { Description = "Juga yang berjalan sendiri dan yang selesai / Those that go on by themselves and the done ones too" };
        var command = Verb.Of("list", "Daftar / List", all, options.Penelaah, options.Json);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var tasks = given.GetValue(all) ? await house.Ledger.TasksInAsync(Enum.GetValues<TaskState>(), Most, ct) : await house.TasksForPeopleAsync(andLooked: true, ct);
            var count = 0;
            foreach (var task in tasks)
            {
                if (await house.Ledger.FindAsync(task.Number, ct) is not { } row || !await house.MaySeeAsync(row, officer, ct)) continue;
                context.Out.WriteLine(given.GetValue(options.Json) ? Wire.Line(Json(task, words)) : Line(task, words));
                count++;
            }

            if (count == 0 && !given.GetValue(options.Json)) context.Out.WriteLine(words["list.empty", house.Settings.DataDirectory]);
            return 0;
        });
        return command;
    }

    private static Command Show(CommandContext context, GlobalOptions options)
    {
        var name = new Argument<string>("task");
        var command = Verb.Of("show", "Rincian dan kata-kata yang dikirim / Details and the words that are sent", name, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var (task, row) = await FindAsync(house, given.GetValue(name)!, given.Officer(context, options), ct);
            if (task is null || row is null) return Verb.Tell(context, words, given.GetValue(name)!, new OperationResult(false, "no-task"));
            context.Out.WriteLine(Line(task, words));
            context.Out.WriteLine(ComplaintsCommand.Line(row, words));
            foreach (var attempt in (await house.Reader.AttemptsAsync(house.Ledger, row, ct)).Where(attempt => attempt.Task == task.Id))
                context.Out.WriteLine($"  {AttemptLines.Second(attempt.Begun)}  {AttemptLines.What(attempt, words)}  HTTP {(object?)attempt.Status ?? "-"}  {attempt.Excerpt}");
            if (task.Kind == TaskKind.FollowUp && house.Registry.Current.Destination(task.Destination) is { } destination)
            {
                var (post, _) = await house.TaskWords.OfAsync(task, row, destination, ct);
                foreach (var line in post?.Fields.FirstOrDefault(field => field.Key == "content").Value.Split('\n') ?? []) context.Out.WriteLine("    " + line);
            }

            if (Waiting.Contains(task.State)) context.Out.WriteLine(words[task.State == TaskState.Unknown ? "tasks.next-unknown" : "tasks.next-parked", task.Name]);
            return 0;
        });
        return command;
    }

    private static Command Settle(CommandContext context, GlobalOptions options)
    {
        var done = new Option<bool>("--done") { Description = "Sudah ada di pusat / The centre has it" };
        var not = new Option<bool>("--not-done") { Description = "Terbukti tidak ada di pusat / Proved absent at the centre" };
        var isDone = false;
        var command = Act(context, options, "settle", "Putuskan / Decide", (house, task, officer, ct) =>
            isDone ? house.SettleTask.DoneAsync(task, officer, ct) : house.SettleTask.NotDoneAsync(task, officer, ct), given =>
        {
            isDone = given.GetValue(done);
            return isDone != given.GetValue(not) ? null : "usage.settle-task";
        });
        command.Options.Add(done);
        command.Options.Add(not);
        return command;
    }

    private static Command Act(
        CommandContext context, GlobalOptions options, string verb, string description,
        Func<House, TaskRow, Officer, CancellationToken, Task<OperationResult>> operation, Func<ParseResult, string?>? check = null)
    {
        var names = new Argument<string[]>("task") { Arity = ArgumentArity.OneOrMore };
        var command = Verb.Of(verb, description, names, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            if (check?.Invoke(given) is { } wrong) throw new CommandException(2, words[wrong]);
            var officer = given.Officer(context, options);
            var exit = 0;
            foreach (var name in given.GetValue(names)!)
            {
                var (task, _) = await FindAsync(house, name, officer, ct);
                var result = task is null ? new OperationResult(false, "no-task") : await operation(house, task, officer, ct);
                exit = Math.Max(exit, Verb.Tell(context, words, task?.Name ?? name, result));
            }

            return exit;
        });
        return command;
    }

    private static async Task<(TaskRow? Task, ComplaintRow? Row)> FindAsync(House house, string typed, Officer officer, CancellationToken ct)
    {
        if (!TaskRow.TryReadName(typed, out var number, out var ordinal)) return (null, null);
        if (await house.Ledger.FindAsync(number, ct) is not { } row || !await house.MaySeeAsync(row, officer, ct)) return (null, null);
        return ((await house.Ledger.TasksAsync(number, ct)).FirstOrDefault(task => task.Ordinal == ordinal), row);
    }
}
