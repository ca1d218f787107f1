using System.CommandLine;
using Gateway.Contracts;
using Gateway.Core;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints compare NUMBER OTHER</c>: what two complaints have each alone by the words that are weighed, and both texts, before one is called a duplicate.</summary>
internal static class CompareCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var numbers = new Argument<string[]>("number") { Arity = new ArgumentArity(2, 2) };
        var command = Verb.Of("compare", "Bandingkan dua pengaduan / Compare two complaints", numbers, options.By, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var read = new List<string>();
            foreach (var typed in given.GetValue(numbers)!)
                read.Add(TrackingNumber.TryRead(typed, out var number) ? number : throw new CommandException(2, words["op.not-a-number", typed]));
            var (result, found) = await new CompareComplaints(house.Ledger, house.Reader).ExecuteAsync(read[0], read[1], given.Officer(context, options), ct);
            if (found is null) return Verb.Tell(context, words, result.Detail ?? read[0], result);
            context.Out.WriteLine(found.Code is { } code ? words[code, read[1]] : words["compare.other-matter"]);
            context.Out.WriteLine(words["compare.said", (int)Math.Round(found.Said * 100)]);
            Tell(context, words, read[0], found.OnlyMine, found.FilesOnlyMine);
            Tell(context, words, read[1], found.OnlyTheirs, found.FilesOnlyTheirs);
            // What is weighed is not all that is said: the officer reads both.
            foreach (var (number, text) in new[] { (read[0], found.Mine), (read[1], found.Theirs) })
            {
                context.Out.WriteLine(words["compare.text", number]);
                foreach (var line in text.Split('\n')) context.Out.WriteLine("  " + line);
            }

            return 0;
        });
        return command;
    }

    private static void Tell(CommandContext context, WordList words, string number, IReadOnlyList<string> sentences, IReadOnlyList<Attachment> files)
    {
        context.Out.WriteLine(words[sentences.Count + files.Count == 0 ? "compare.nothing-alone" : "compare.alone", number]);
        foreach (var sentence in sentences) context.Out.WriteLine("  " + sentence);
        foreach (var file in files) context.Out.WriteLine($"  [{file.MediaType}, {file.Bytes} B]");
    }
}
