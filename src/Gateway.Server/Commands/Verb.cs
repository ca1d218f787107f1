using System.CommandLine;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>What most verbs have in common: an opened house, and an officer who acts.</summary>
internal static class Verb
{
    /// <summary>Runs the act on the running house, or on one opened for this command; a folder without a ledger stays without.</summary>
    public static void OnHouse(this Command command, CommandContext context, GlobalOptions options, Func<ParseResult, House, CancellationToken, Task<int>> act) =>
        command.OnHouse(context, options, House.OpenExistingAsync, act);

    /// <summary>The same; a ledger that cannot be opened is told by the command itself.</summary>
    public static void OnHouse(
        this Command command, CommandContext context, GlobalOptions options, Func<ParseResult, House, CancellationToken, Task<int>> act,
        Func<ParseResult, LedgerUnavailableException, int> withoutLedger) => command.OnHouse(context, options, House.OpenExistingAsync, act, withoutLedger);

    /// <summary>The same for the verbs a gateway begins with: they make the ledger when there is none.</summary>
    public static void OnNewHouse(this Command command, CommandContext context, GlobalOptions options, Func<ParseResult, House, CancellationToken, Task<int>> act) =>
        command.OnHouse(context, options, House.OpenAsync, act);

    // Both are kept for ever and shown in one line.
    private const int LongestName = 100;
    private const int LongestReason = 1000;

    /// <summary>The officer of a command: <c>--penelaah</c>, <c>--by</c> or the OS user.</summary>
    /// <exception cref="CommandException">A name or reason is blank, as the empty variable of a script, or too long.</exception>
    public static Officer Officer(this ParseResult given, CommandContext context, GlobalOptions options)
    {
        string? Said(Option<string?> option, int longest) => given.GetValue(option) switch
        {
            null => null,
            { } said when string.IsNullOrWhiteSpace(said) => throw new CommandException(2, options.Words(given, context)["usage.blank", option.Name]),
            { } said when said.Length > longest => throw new CommandException(2, options.Words(given, context)["usage.too-long", option.Name, said.Length, longest]),
            { } said => said,
        };

        var penelaah = Said(options.Penelaah, LongestName);
        return new Officer(penelaah ?? Said(options.By, LongestName) ?? context.User, Said(options.Reason, LongestReason), penelaah is not null);
    }

    /// <summary>True when the officer may see the complaint; a look of the Penelaah Pengawasan at what accuses an office is an event.</summary>
    public static async Task<bool> MaySeeAsync(this House house, ComplaintRow row, Officer officer, CancellationToken ct)
    {
        if (!officer.MaySee(row)) return false;
        if (row.Supervised) await house.NoteViewAsync(row, "supervised-viewed", officer, ct);
        return true;
    }

    /// <summary>Records that somebody looked at more than the desk shows.</summary>
    public static Task NoteViewAsync(this House house, ComplaintRow row, string kind, Officer officer, CancellationToken ct) => house.Ledger.AppendAsync(
        new LedgerEvent(house.Identifiers.NewId(), row.Number, row.Version + 1, house.Time.GetUtcNow(), kind, row.State, row.State, ActorKind.Person, officer.Name, []), ct);

    /// <summary>Tells what came of an act on one thing, and the exit code: 0 done, 1 not.</summary>
    public static int Tell(CommandContext context, WordList words, string subject, OperationResult result)
    {
        var writer = result.Done ? context.Out : context.Error;
        writer.WriteLine(result is { From: { } from, To: { } to } ? Refusal(words, subject, from, to) : words["op." + result.Code, result.About ?? subject, result.Detail ?? ""]);
        return result.Done ? 0 : 1;
    }

    /// <summary>The same for a complaint that is to get into a state: when it is done, says which.</summary>
    public static int Tell(CommandContext context, WordList words, string subject, OperationResult result, ComplaintState to)
    {
        if (result is not { Done: true, Code: "done" }) return Tell(context, words, subject, result);
        context.Out.WriteLine(words["op.moved", subject, words["state." + Wire.Name(result.To ?? to)]]);
        return 0;
    }

    /// <summary>Says when what was released goes: nothing is sent before a <c>serve</c> runs.</summary>
    public static void TellWhenItGoes(CommandContext context, WordList words)
    {
        if (context.Running is null) context.Out.WriteLine(words["op.goes-with-serve"]);
    }

    /// <summary>The same of complaints; nothing of a destination goes before it is open, and somebody may be typing what goes now.</summary>
    public static async Task TellWhenItGoesAsync(CommandContext context, WordList words, House house, IEnumerable<string> numbers, CancellationToken ct)
    {
        var destinations = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var number in numbers)
        {
            if (await house.Ledger.FindAsync(number, ct) is not { } row) continue;
            if (house.Registry.Current.Destination(row.Destination) is { Kind: "manual" })
            {
                context.Out.WriteLine(words["op.type-it", number]);
                continue;
            }

            await GivenCards.TellAsync(context, words, house, number, ct);
            destinations.Add(row.Destination);
        }

        var goes = false;
        foreach (var key in destinations)
        {
            if (await house.Ledger.DestinationAsync(key, ct) is { State: DestinationState.Open }) goes = true;
            else context.Out.WriteLine(words["op.goes-when-opened", key]);
        }

        if (goes) TellWhenItGoes(context, words);
    }

    /// <summary>Tells what was found on the way of an act that was done all the same.</summary>
    public static void TellBeware(CommandContext context, WordList words, OperationResult result)
    {
        foreach (var reason in result.Reasons) context.Out.WriteLine(words["doctor.beware", words.Of(reason)]);
    }

    /// <summary>What the other side of a list may be, when a key that narrows it is in no registry.</summary>
    public static int NoSuchKey(CommandContext context, WordList words, string code, string key, IEnumerable<string> known)
    {
        context.Error.WriteLine(words[code, key, string.Join(", ", known)]);
        return 1;
    }

    private static string Refusal(WordList words, string subject, ComplaintState from, ComplaintState to) => words[
        "op.not-allowed", subject, words["act." + Wire.Name(to)], words["state." + Wire.Name(from)], words["stay." + Wire.Name(from), subject]];

    private static void OnHouse(
        this Command command, CommandContext context, GlobalOptions options,
        Func<GatewaySettings, TimeProvider, ILoggerFactory, CancellationToken, Task<House>> open, Func<ParseResult, House, CancellationToken, Task<int>> act,
        Func<ParseResult, LedgerUnavailableException, int>? withoutLedger = null) =>
        command.SetAction(async (given, ct) =>
        {
            if (context.Running is { } running) return await act(given, running, ct);
            using var logs = LoggerFactory.Create(_ => { });
            House house;
            try
            {
                house = await open(options.Settings(given, context), new SuspendAwareTime(), logs, ct);
            }
            catch (LedgerUnavailableException unavailable) when (withoutLedger is not null)
            {
                return withoutLedger(given, unavailable);
            }

            await using (house) return await act(given, house, ct);
        });

    /// <summary>A command with its options.</summary>
    public static Command Of(string name, string description, params IEnumerable<Symbol> symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            switch (symbol)
            {
                case Option option: command.Options.Add(option); break;
                case Argument argument: command.Arguments.Add(argument); break;
                case Command sub: command.Subcommands.Add(sub); break;
                default: throw new ArgumentException($"{symbol.Name} is neither option, argument nor command.", nameof(symbols));
            }
        }

        return command;
    }
}
