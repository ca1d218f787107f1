using System.CommandLine;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Infrastructure.Central;
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
        var command = Verb.Of("show", "Bukti / Evidence", number, options.Json, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            if (await ComplaintsCommand.FindAsync(house, given.GetValue(number)!, ct) is not { } row || !await house.MaySeeAsync(row, given.Officer(context, options), ct))
                return ComplaintsCommand.NotFound(context, words, given.GetValue(number)!);
            var evidence = await UnknownEvidence.OfAsync(house, row, ct);
            if (given.GetValue(options.Json)) context.Out.WriteLine(Wire.Line(evidence.Json(words)));
            else evidence.Write(context.Out, words);
            return 0;
        });
        return command;
    }

    private static Command Settle(CommandContext context, GlobalOptions options)
    {
        var numbers = new Argument<string[]>("number") { Arity = ArgumentArity.ZeroOrMore };
        var delivered = new Option<string?>("--delivered") { Description = "Nomor di SP4N-LAPOR! / Number at the centre" };
        var not = new Option<bool>("--not-delivered") { Description = "Terbukti tidak ada di pusat / Proved absent at the centre" };
        var file = new Option<string?>("--file") { Description = "Daftar: NOMOR per baris, dan NOMOR_PUSAT di belakangnya bila sudah ada / A list: a NUMBER a line, and the CENTRAL_NUMBER behind it if it is there" };
        var onWord = ReadingOption.Build();
        var command = Verb.Of("settle", "Putuskan / Decide", numbers, delivered, not, file, onWord, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var list = SettleList.Of(given.GetValue(numbers)!, given.GetValue(delivered), given.GetValue(not), given.GetValue(file) is { } path ? Path.GetFullPath(path, context.Cwd) : null, words);
            var settle = new SettleUnknown(house.Ledger, house.Move, house.Registry, house.Time);
            var officer = given.Officer(context, options);
            using var central = new CentralClient(Secrets.Resolve, house.Time);
            var readBack = house.ReadAt(central);
            var (exit, done, going) = (0, 0, new List<string>());
            if (list.Lines.Count(line => line.CentralId is not null) is > 1 and var reads) context.Error.WriteLine(words["unknown.reads", reads]);
            foreach (var (subject, id, place) in list.Lines)
            {
                var result = id is null ? await settle.NotDeliveredAsync(subject, officer, ct) : await settle.DeliveredAsync(subject, id, officer, readBack, given.GetValue(onWord), ct);
                exit = Math.Max(exit, ReadingOption.Tell(context, words, subject, result, Verb.Tell(context, words, subject, result, id is null ? ComplaintState.Queued : ComplaintState.Delivered)));
                if (result.Done) done++;
                else if (place is not null) context.Error.WriteLine("  " + words["settle.place", place]);
                if (result is { Done: true, To: ComplaintState.Queued }) going.Add(subject);
            }

            if (list.Lines.Count > 1) context.Out.WriteLine(words["unknown.settled-of", done, list.Lines.Count]);
            await Verb.TellWhenItGoesAsync(context, words, house, going, ct);
            return exit;
        });
        return command;
    }
}
