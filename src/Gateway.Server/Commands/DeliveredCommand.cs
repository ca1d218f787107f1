using System.CommandLine;
using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Infrastructure.Central;
using Gateway.Server.Composition;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints delivered NUMBER CENTRAL</c>: an officer has typed the complaint into SP4N-LAPOR! and brings its number.</summary>
internal static class DeliveredCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var number = new Argument<string>("number");
        var central = new Argument<string>("central") { Description = "Nomor di SP4N-LAPOR! / Number at the centre" };
        var onWord = ReadingOption.Build();
        var command = Verb.Of(
            "delivered", "Sudah diketik di SP4N-LAPOR! / Typed into SP4N-LAPOR!", number, central, onWord, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var typed = given.GetValue(number)!;
            var words = options.Words(given, context);
            using var client = new CentralClient(Secrets.Resolve, house.Time);
            // Before anything moves: a journal that cannot be written would let a restore send it.
            var journal = house.Journal;
            var result = TrackingNumber.TryRead(typed, out var read)
                ? await new DeliverByHand(house.Move, house.Ledger, journal, house.Identifiers, house.Time).ExecuteAsync(read, given.GetValue(central)!, given.Officer(context, options), house.ReadAt(client), given.GetValue(onWord), ct)
                : new OperationResult(false, "not-a-number");
            var exit = ReadingOption.Tell(context, words, typed, result, Verb.Tell(context, words, typed, result, ComplaintState.Delivered));
            if (result is { Done: false, From: ComplaintState.Delivered }) context.Error.WriteLine(words["op.renumber-instead", read]);
            return exit;
        });
        return command;
    }
}
