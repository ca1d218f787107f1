using System.CommandLine;
using System.Globalization;
using Gateway.Core;
using Gateway.Core.Operations;
using Gateway.Core.ServiceClock;
using Gateway.Server.Composition;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints ask NUMBER</c>: notes that the reporter is asked, and gives the question to copy into the channel.</summary>
internal static class AskCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var number = new Argument<string>("number");
        var about = new Option<string[]>("--about") { Description = string.Join(" | ", AskReporter.Subjects), AllowMultipleArgumentsPerToken = true };
        var command = Verb.Of("ask", "Tanyakan kepada pelapor / Ask the reporter", number, about, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            if (!TrackingNumber.TryRead(given.GetValue(number), out var read)) throw new CommandException(2, words["op.not-a-number", given.GetValue(number)]);
            string[] subjects = [.. (given.GetValue(about) ?? []).SelectMany(typed => typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
            var ask = new AskReporter(house.Ledger, house.Reader, house.Identifiers, house.Time);
            var (result, asked) = await ask.ExecuteAsync(read, subjects, given.Officer(context, options), ct);
            if (!result.Done) return Verb.Tell(context, words, read, result);
            var waiting = house.WaitingOf((await house.Ledger.FindAsync(read, ct))!);
            context.Out.WriteLine(words["ask.copy"]);
            context.Out.WriteLine();
            context.Out.WriteLine(words["ask.greeting", read]);
            foreach (var subject in asked) context.Out.WriteLine("- " + words["ask." + subject]);
            context.Out.WriteLine(words["ask.closing"]);
            context.Out.WriteLine();
            context.Out.WriteLine(words["ask.until", read, Shown(waiting!)]);
            return 0;
        });
        return command;
    }

    /// <summary>The last day for an answer, as people read it.</summary>
    public static string Shown(Waiting waiting) => waiting.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
