using System.CommandLine;
using System.Text.Json.Nodes;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway destination list|open|pause|try|masters</c>.</summary>
internal static class DestinationCommand
{
    public static Command Build(CommandContext context, GlobalOptions options) => Verb.Of(
        "destination", "Tujuan di pusat / Accounts at the centre",
        List(context, options), Open(context, options), Pause(context, options), TryCommand.Build(context, options), MastersCommand.Build(context, options));

    private static Command List(CommandContext context, GlobalOptions options)
    {
        var command = Verb.Of("list", "Daftar / List", options.Json);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var rows = await house.Ledger.DestinationsAsync(ct);
            if (rows.Count == 0 && !given.GetValue(options.Json)) context.Out.WriteLine(words["list.empty", house.Settings.DataDirectory]);
            foreach (var row in rows)
            {
                var settings = house.Registry.Current.Destination(row.Key);
                var queue = settings is { Kind: "api" } ? await DestinationQueue.OfAsync(house, settings, row, ct) : null;
                if (given.GetValue(options.Json))
                {
                    context.Out.WriteLine(Wire.Line(new JsonObject
                    {
                        ["key"] = row.Key,
                        ["kind"] = settings?.Kind,
                        ["state"] = Wire.Name(row.State),
                        ["reasons"] = Wire.Reasons(row.Reasons, words),
                        ["failures"] = row.Failures,
                        ["unknowns"] = row.Unknowns,
                        ["breakerUntil"] = Wire.Moment(row.BreakerUntil),
                        ["notBefore"] = Wire.Moment(row.NotBefore),
                        ["queue"] = queue?.Json(),
                    }));
                    continue;
                }

                var breaker = row.BreakerUntil is { } until ? " " + words["destination.breaker", Wire.Moment(until)] : "";
                var how = settings?.Kind == "manual" ? words["destination.manual"] : words["destination." + Wire.Name(row.State)];
                context.Out.WriteLine($"{row.Key}  {how}{breaker}  {string.Join("; ", row.Reasons.Select(words.Of))}".TrimEnd());
                if (queue is not null) context.Out.WriteLine("  " + queue.Line(words));
            }

            return 0;
        });
        return command;
    }

    private static Command Open(CommandContext context, GlobalOptions options)
    {
        var key = new Argument<string>("key");
        var yes = new Option<bool>("--yes") { Description = "Buka walau kartu sudah diberikan / Open though cards were given" };
        var command = Verb.Of("open", "Buka / Open", key, yes, options.By, options.Reason);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var name = given.GetValue(key)!;
            // Once it is open they go at once: who asks afterwards asks too late. Of what is typed by hand nothing goes.
            if (house.Registry.Current.Destination(name) is not { Kind: "manual" } && await GivenCards.TellAsync(context, words, house, new ComplaintQuery { Destination = name }, ct) is > 0 and var cards && !given.GetValue(yes))
                throw new CommandException(2, words["card.open-yes", name, cards]);
            return Tell(context, words, name, DestinationState.Open, await new SwitchDestination(house.Ledger, house.Time).OpenAsync(name, given.Officer(context, options), ct));
        });
        return command;
    }

    private static Command Pause(CommandContext context, GlobalOptions options)
    {
        var key = new Argument<string>("key");
        var command = Verb.Of("pause", "Jeda / Pause", key, options.By, options.Reason);
        command.OnHouse(context, options, async (given, house, ct) => Tell(
            context, options.Words(given, context), given.GetValue(key)!, DestinationState.Paused,
            await new SwitchDestination(house.Ledger, house.Time).PauseAsync(given.GetValue(key)!, given.Officer(context, options), ct)));
        return command;
    }

    private static int Tell(CommandContext context, WordList words, string key, DestinationState to, OperationResult result)
    {
        if (!result.Done) return Verb.Tell(context, words, key, result);
        context.Out.WriteLine(words["op.moved", key, words["destination." + Wire.Name(to)]]);
        return 0;
    }
}
