using System.CommandLine;
using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Infrastructure.Central;
using Gateway.Server.Composition;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints renumber NUMBER CENTRAL</c>: the number of the centre was mistyped when the complaint was recorded as delivered.</summary>
internal static class RenumberCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var number = new Argument<string>("number");
        var central = new Argument<string>("central") { Description = "Nomor yang benar di SP4N-LAPOR! / The right number at the centre" };
        var onWord = ReadingOption.Build();
        var version = new Option<int?>("--version") { Description = "Hanya bila masih versi yang Anda baca / Only if it still is the version you read" };
        var command = Verb.Of(
            "renumber", "Betulkan nomor pusat yang salah ketik / Correct a mistyped number of the centre", number, central, onWord, version, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var (typed, words) = (given.GetValue(number)!, options.Words(given, context));
            using var client = new CentralClient(Secrets.Resolve, house.Time);
            var officer = given.Officer(context, options) with { Read = given.GetValue(version) };
            var renumber = new RenumberComplaint(house.Ledger, house.Journal, house.Identifiers, house.Time);
            var result = TrackingNumber.TryRead(typed, out var read)
                ? await renumber.ExecuteAsync(read, given.GetValue(central)!, officer, house.ReadAt(client), given.GetValue(onWord), ct)
                : new OperationResult(false, "not-a-number");
            if (!result.Done) return Verb.Tell(context, words, typed, result);
            context.Out.WriteLine(words["op.renumbered", read, result.Detail, given.GetValue(central)!.TrimStart('#')]);
            ReadingOption.Tell(context, words, typed, result, 0);
            // What was posted under the wrong number stands at somebody else's report.
            foreach (var task in (await house.Ledger.TasksAsync(read!, ct)).Where(task => task.State == TaskState.Done))
                context.Out.WriteLine(words["op.renumbered-task", task.Name, result.Detail]);
            return 0;
        });
        return command;
    }
}
