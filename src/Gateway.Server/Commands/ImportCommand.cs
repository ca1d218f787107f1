using System.CommandLine;
using Gateway.Contracts.Intake;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway import KIND PATH... --channel KEY</c>: files through the real intake. Returns when all is durable.</summary>
internal static class ImportCommand
{
    public static Command Build(CommandContext context, GlobalOptions options) =>
        Verb.Of("import", "Masukkan berkas / Take files in", ChannelAdapters.ByKind.Values.Select(adapter => Kind(adapter, context, options)));

    private static Command Kind(IChannelAdapter adapter, CommandContext context, GlobalOptions options)
    {
        var paths = new Argument<string[]>("path") { Arity = ArgumentArity.OneOrMore };
        var channel = new Option<string>("--channel") { Required = true };
        var anyway = new Option<bool>("--anyway") { Description = "Juga selagi kanal dijeda / Also while the channel is paused" };
        var command = Verb.Of(adapter.Kind, adapter.Kind, paths, channel, anyway, options.Json);
        command.OnNewHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var key = given.GetValue(channel)!;
            if (house.Registry.Current.Channel(key) is not { } entry) throw new CommandException(2, words["import.no-channel", key]);
            if (entry.Kind != adapter.Kind) throw new CommandException(2, words["import.other-kind", key, entry.Kind, adapter.Kind]);
            // Whoever paused it wants nothing more of it for now; a person with a file in hand may still have a reason.
            if (!entry.Enabled && !given.GetValue(anyway)) throw new CommandException(1, words["import.paused", key]);
            var sums = new ImportSums(key);
            var exit = await TakeAsync(adapter, house, sums, [.. given.GetValue(paths)!.Select(path => Path.GetFullPath(path, context.Cwd))], "import", null, context, words, ct);
            if (given.GetValue(options.Json)) context.Out.WriteLine(sums.ToJson());
            else sums.Write(context.Out, words);
            return exit;
        });
        return command;
    }

    /// <summary>Takes paths as one round.</summary>
    /// <returns>0, or 3 when a path could not be opened; the others were taken all the same.</returns>
    public static async Task<int> TakeAsync(
        IChannelAdapter adapter, House house, ImportSums sums, IReadOnlyList<string> paths, string origin, Action<RawItem, ItemReceipt>? each,
        CommandContext context, WordList words, CancellationToken ct)
    {
        var exit = 0;
        var round = await house.Intake.OpenRoundAsync(sums.Channel, origin, ct);
        sums.Batch = round;
        try
        {
            foreach (var path in paths)
            {
                try
                {
                    foreach (var raw in adapter.Read(path))
                    {
                        await house.Intake.AcceptAsync(sums.Channel, round, raw, item => Count(raw, item), ct);
                        sums.EndFile();
                        if (context.Interactive) await context.Error.WriteAsync($"\r{words["import.progress", sums.Files, sums.Items]}");
                    }
                }
                catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
                {
                    context.Error.WriteLine(PathFault.Of(words, path, unreadable) + (paths.Count > 1 ? " " + words["path.others"] : ""));
                    exit = 3;
                }
            }
        }
        finally
        {
            if (context.Interactive && sums.Files > 0) context.Error.WriteLine();
            await house.Intake.CloseRoundAsync(round, CancellationToken.None);
        }

        await house.JudgeAsync(ct);
        return exit;

        void Count(RawItem raw, ItemReceipt item)
        {
            sums.Add(item);
            each?.Invoke(raw, item);
        }
    }
}
