using System.CommandLine;
using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;

namespace Gateway.Server.Commands;

/// <summary><c>gateway unknown list|show|settle</c>: complaints of which nobody knows whether the centre has them.</summary>
internal static class UnknownCommand
{
    public static Command Build(CommandContext context, GlobalOptions options) => Verb.Of(
        "unknown", "Hasil kiriman tidak diketahui / Outcome unknown", List(context, options), Show(context, options), Settle(context, options));

    private static Command List(CommandContext context, GlobalOptions options)
    {
        var command = Verb.Of("list", "Daftar / List", options.Penelaah, options.Json);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var rows = await house.Ledger.ListAsync(new ComplaintQuery { States = [ComplaintState.Unknown], HidesSupervised = !officer.IsPenelaah, Limit = 10_000 }, ct);
            foreach (var row in rows) await house.MaySeeAsync(row, officer, ct);
            foreach (var row in rows) context.Out.WriteLine(given.GetValue(options.Json) ? Wire.Line(Wire.Complaint(row, words)) : ComplaintsCommand.Line(row, words));
            if (rows.Count == 0 && !given.GetValue(options.Json)) context.Out.WriteLine(words["list.empty", house.Settings.DataDirectory]);
            // Tasks have a desk of their own, and nobody must have to know of it to hear of them.
            var tasks = (await house.Ledger.TasksInAsync([TaskState.Unknown], 10_000, ct)).Count(task => task.Due is null);
            if (tasks > 0 && !given.GetValue(options.Json)) context.Out.WriteLine(words["unknown.tasks", tasks]);
            return 0;
        });
        return command;
    }

    private static Command Show(CommandContext context, GlobalOptions options)
    {
        var number = new Argument<string>("number");
        var command = Verb.Of("show", "Bukti / Evidence", number, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            if (await ComplaintsCommand.FindAsync(house, given.GetValue(number)!, ct) is not { } row || !await house.MaySeeAsync(row, given.Officer(context, options), ct))
                return ComplaintsCommand.NotFound(context, words, given.GetValue(number)!);
            context.Out.WriteLine(ComplaintsCommand.Line(row, words));
            context.Out.WriteLine(TrackingNumber.Marker(row.Number));
            foreach (var attempt in await house.Ledger.AttemptsAsync(row.Number, ct))
                context.Out.WriteLine($"  {Wire.Moment(attempt.Begun)}  {Wire.Name(attempt.Step)}  {(attempt.Outcome is { } outcome ? Wire.Name(outcome) : "open")}  HTTP {(object?)attempt.Status ?? "-"}  {attempt.Excerpt}");
            context.Out.WriteLine(row.State == ComplaintState.Unknown
                ? words["unknown.next", row.Number]
                : words["unknown.other-state", row.Number, words["state." + Wire.Name(row.State)]]);
            return 0;
        });
        return command;
    }

    private static Command Settle(CommandContext context, GlobalOptions options)
    {
        var number = new Argument<string>("number");
        var delivered = new Option<string?>("--delivered") { Description = "Nomor di SP4N-LAPOR! / Number at the centre" };
        var not = new Option<bool>("--not-delivered") { Description = "Terbukti tidak ada di pusat / Proved absent at the centre" };
        var command = Verb.Of("settle", "Putuskan / Decide", number, delivered, not, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var id = given.GetValue(delivered);
            if (id is null == !given.GetValue(not)) throw new CommandException(2, words["usage.settle"]);
            if (!TrackingNumber.TryRead(given.GetValue(number), out var read)) throw new CommandException(2, words["op.not-a-number", given.GetValue(number)]);
            var settle = new SettleUnknown(house.Ledger, house.Move, house.Registry, house.Time);
            var officer = given.Officer(context, options);
            var result = id is null ? await settle.NotDeliveredAsync(read, officer, ct) : await settle.DeliveredAsync(read, id, officer, ct);
            var to = id is null ? ComplaintState.Queued : ComplaintState.Delivered;
            var exit = Verb.Tell(context, words, read, result, to);
            if (result is { Done: true, To: ComplaintState.Queued }) Verb.TellWhenItGoes(context, words);
            return exit;
        });
        return command;
    }
}
