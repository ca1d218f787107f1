using System.CommandLine;
using Gateway.Core;
using Gateway.Core.Operations;
using Gateway.Server.Composition;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints join NUMBER NUMBER...</c>: makes one complaint of several of one person, or takes that back.</summary>
internal static class JoinCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var numbers = new Argument<string[]>("number") { Arity = ArgumentArity.OneOrMore };
        var undo = new Option<bool>("--undo") { Description = "Batalkan penggabungan / Take the join back" };
        var command = Verb.Of("join", "Gabungkan menjadi satu / Join into one", numbers, undo, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var read = new List<string>();
            foreach (var typed in given.GetValue(numbers)!)
                read.Add(TrackingNumber.TryRead(typed, out var number) ? number : throw new CommandException(2, words["op.not-a-number", typed]));
            var join = new JoinComplaints(house.Regrouper);
            if (given.GetValue(undo)) return Verb.Tell(context, words, read[0], await join.UndoAsync(read[0], officer, ct));
            var (result, whole) = await join.ExecuteAsync(read, officer, ct);
            if (!result.Done) return Verb.Tell(context, words, result.Detail ?? read[0], result);
            await house.JudgeAsync(ct);
            context.Out.WriteLine(words["op.joined", string.Join(", ", read), whole]);
            return 0;
        });
        return command;
    }
}
