using System.CommandLine;
using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;

namespace Gateway.Server.Commands;

/// <summary><c>gateway replay NUMBER...</c>: parked complaints go again, with a reason.</summary>
internal static class ReplayCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var numbers = new Argument<string[]>("number") { Arity = ArgumentArity.OneOrMore };
        var command = Verb.Of("replay", "Kirim ulang yang berhenti / Send parked ones again", numbers, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var (exit, moved) = (0, new List<string>());
            foreach (var subject in given.GetValue(numbers)!)
            {
                var result = TrackingNumber.TryRead(subject, out var number)
                    ? await new ReplayComplaint(house.Move).ExecuteAsync(number, given.Officer(context, options), ct)
                    : new OperationResult(false, "not-a-number");
                exit = Math.Max(exit, Verb.Tell(context, words, subject, result, ComplaintState.Queued));
                if (result.Done) moved.Add(number!);
            }

            await Verb.TellWhenItGoesAsync(context, words, house, moved, ct);
            return exit;
        });
        return command;
    }
}
