using System.CommandLine;
using Gateway.Adapters.Register;
using Gateway.Adapters.WhatsApp;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Intake;
using Gateway.Server.Composition;

namespace Gateway.Server.Commands;

/// <summary><c>gateway inspect KIND PATH...</c>: what the translator makes of real input. Nothing is stored.</summary>
internal static class InspectCommand
{
    public static Command Build(CommandContext context, GlobalOptions options) =>
        Verb.Of("inspect", "Lihat hasil terjemahan, tanpa menyimpan / See what a translator makes of input; stores nothing", ChannelAdapters.ByKind.Values.Select(adapter => Kind(adapter, context, options)));

    private static Command Kind(IChannelAdapter adapter, CommandContext context, GlobalOptions options)
    {
        var paths = new Argument<string[]>("path") { Arity = ArgumentArity.OneOrMore };
        var file = new Option<string?>("--options") { Description = "Satu kanal dalam YAML / One channel entry in YAML" };
        var messages = new Option<bool>("--messages") { Description = "Satu baris per pesan / One line per message" };
        var preview = new Option<bool>("--preview") { Description = "Kolom yang dikenali dan jumlahnya saja / Only the columns recognised, and the sums" };
        var command = Verb.Of(adapter.Kind, $"{adapter.Kind}", paths, file);
        if (adapter is WhatsAppAdapter) command.Options.Add(messages);
        if (adapter is RegisterAdapter) command.Options.Add(preview);
        command.SetAction((given, ct) =>
        {
            var words = options.Words(given, context);
            var channel = Channel(adapter, given.GetValue(file), context, words);
            var exit = 0;
            foreach (var path in given.GetValue(paths)!)
            {
                try
                {
                    foreach (var raw in adapter.Read(Path.GetFullPath(path, context.Cwd)))
                    {
                        ct.ThrowIfCancellationRequested();
                        if (adapter is WhatsAppAdapter && given.GetValue(messages)) Messages(raw, context);
                        else if (adapter is RegisterAdapter && given.GetValue(preview)) RegisterPreview.Write(adapter, raw, channel, words, context.Out);
                        else Translations(adapter, raw, channel, words, context);
                    }
                }
                catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
                {
                    context.Error.WriteLine(PathFault.Of(words, path, unreadable) + (given.GetValue(paths)!.Length > 1 ? " " + words["path.others"] : ""));
                    exit = 3;
                }
            }

            return Task.FromResult(exit);
        });
        return command;
    }

    private static void Translations(IChannelAdapter adapter, RawItem raw, Channel channel, Words.WordList words, CommandContext context)
    {
        foreach (var translation in adapter.Translator.Translate(raw, channel))
        {
            var complete = translation.Complaints
                .Select(complaint => DerivedFields.Complete(complaint with { Received = complaint.Received ?? translation.Received ?? raw.Received }))
                .ToArray();
            context.Out.WriteLine(Wire.Line(Wire.Translation(raw.File, translation, complete, words)));
        }
    }

    private static void Messages(RawItem raw, CommandContext context)
    {
        foreach (var message in ChatExport.Messages(raw)) context.Out.WriteLine(message.ToJson());
    }

    private static Channel Channel(IChannelAdapter adapter, string? file, CommandContext context, Words.WordList words)
    {
        var bare = new Channel { Key = "", Agency = "", Kind = adapter.Kind };
        if (file is null) return bare;
        string text;
        try
        {
            text = File.ReadAllText(Path.GetFullPath(file, context.Cwd));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(3, $"--options {file}: {unreadable.Message}");
        }

        var (channel, faults) = RegistryFile.ParseChannel(text, adapter.Kind, words);
        return channel ?? throw new CommandException(2, string.Join('\n', faults));
    }
}
