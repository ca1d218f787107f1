using System.CommandLine;
using System.Text.Json.Nodes;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints followups list|show|send|done</c>: what people wrote after their complaint had left, until somebody decides about it.</summary>
internal static class FollowUpsCommand
{
    private const int Most = 10_000;

    public static Command Build(CommandContext context, GlobalOptions options) => Verb.Of(
        "followups", "Susulan pelapor yang menunggu / What reporters added, waiting", List(context, options), Show(context, options), Send(context, options), Done(context, options));

    private static Command List(CommandContext context, GlobalOptions options)
    {
        var channel = new Option<string?>("--channel");
        var all = new Option<bool>("--all") { Description = "Juga yang sudah selesai / The resolved ones too" };
        var command = Verb.Of("list", "Daftar / List", channel, all, options.Penelaah, options.Json);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var count = 0;
            foreach (var item in await house.Ledger.ItemsAsync(ItemOutcome.FollowUp, given.GetValue(channel), given.GetValue(all), Most, ct))
            {
                // What went into a complaint that was still held is part of it and waits for nobody.
                if (await house.Ledger.FollowUpAsync(item.Id, ct) is null || item.Numbers is not [var number, ..]) continue;
                if (await house.Ledger.FindAsync(number, ct) is not { } row || !await house.MaySeeAsync(row, officer, ct)) continue;
                context.Out.WriteLine(given.GetValue(options.Json) ? Wire.Line(Wire.Item(item, words)) : Line(item, row, words));
                count++;
            }

            if (count == 0 && !given.GetValue(options.Json)) context.Out.WriteLine(words["list.empty", house.Settings.DataDirectory]);
            return 0;
        });
        return command;
    }

    private static Command Show(CommandContext context, GlobalOptions options)
    {
        var item = new Argument<string>("id");
        var command = Verb.Of("show", "Kata-katanya, sudah disamarkan / Its words, masked", item, options.Penelaah, options.Json);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var id = given.GetValue(item)!;
            var (said, target, result) = await house.StartTask.WordsAsync(id, given.Officer(context, options), ct);
            if (said is null) return Verb.Tell(context, words, id, result);
            if (given.GetValue(options.Json))
            {
                context.Out.WriteLine(Wire.Line(new JsonObject { ["id"] = id, ["number"] = target?.Number, ["centralId"] = target?.CentralId, ["words"] = said }));
                return 0;
            }

            foreach (var line in said.Split('\n')) context.Out.WriteLine("  " + line);
            if (target is null) return Verb.Tell(context, words, id, result);
            context.Out.WriteLine(words["followups.next", id, target.Number, words["state." + Wire.Name(target.State)]]);
            return 0;
        });
        return command;
    }

    private static Command Send(CommandContext context, GlobalOptions options)
    {
        var items = new Argument<string[]>("id") { Arity = ArgumentArity.OneOrMore };
        var command = Verb.Of("send", "Kirim sebagai tindak lanjut / Post as a follow-up", items, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var (exit, started) = (0, false);
            foreach (var id in given.GetValue(items)!)
            {
                var result = await house.StartTask.PostItemAsync(id, given.Officer(context, options), ct);
                started |= result.Done;
                exit = Math.Max(exit, result.Done ? Say(context, words["followups.sent", id]) : Verb.Tell(context, words, id, result));
                if (result.Done) Verb.TellBeware(context, words, result);
            }

            if (started) Verb.TellWhenItGoes(context, words);
            return exit;
        });
        return command;
    }

    private static Command Done(CommandContext context, GlobalOptions options)
    {
        var items = new Argument<string[]>("id") { Arity = ArgumentArity.OneOrMore };
        var command = Verb.Of("done", "Sudah dibaca, tidak dikirim / Read, not sent", items, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var exit = 0;
            foreach (var id in given.GetValue(items)!)
            {
                var (said, _, result) = await house.StartTask.WordsAsync(id, officer, ct);
                if (said is null) exit = Math.Max(exit, Verb.Tell(context, words, id, result));
                else if (string.IsNullOrWhiteSpace(officer.Why)) exit = Math.Max(exit, Verb.Tell(context, words, id, new OperationResult(false, "reason-missing")));
                else if (await house.Ledger.ResolveItemAsync(id, "noted", officer.Name, officer.Why, house.Time.GetUtcNow(), null, ct)) Say(context, words["followups.done", id]);
                else exit = Math.Max(exit, Verb.Tell(context, words, id, new OperationResult(false, "changed-meanwhile")));
            }

            return exit;
        });
        return command;
    }

    private static int Say(CommandContext context, string line)
    {
        context.Out.WriteLine(line);
        return 0;
    }

    private static string Line(ItemRow item, ComplaintRow row, WordList words) =>
        $"{item.Id}  {ComplaintPage.Moment(item.Received ?? item.Seen)}  {row.Number}{(row.CentralId is null ? "" : $" #{row.CentralId}")}  {row.Judul}  {string.Join("; ", item.Reasons.Select(words.Of))}{(item.Resolved is null ? "" : $"  [{item.Resolved}]")}";
}
