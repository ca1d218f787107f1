using System.CommandLine;
using System.Text.Json.Nodes;
using Gateway.Core.Operations;

namespace Gateway.Server.Commands;

/// <summary><c>gateway channels apply|list|pause|resume</c>.</summary>
internal static class ChannelsCommand
{
    public static Command Build(CommandContext context, GlobalOptions options) => Verb.Of(
        "channels", "Kanal / Channels", Apply(context, options), List(context, options),
        Switch(context, options, "pause", "Jeda / Pause", enabled: false), Switch(context, options, "resume", "Lanjutkan / Resume", enabled: true));

    private static Command Apply(CommandContext context, GlobalOptions options)
    {
        var file = new Argument<string>("file");
        var yes = new Option<bool>("--yes") { Description = "Tanpa bertanya / Do not ask" };
        var command = Verb.Of("apply", "Terapkan berkas registri / Apply a registry file", file, yes, options.By);
        command.OnNewHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var before = house.Registry.Current;
            var path = Path.GetFullPath(given.GetValue(file)!, context.Cwd);
            var after = await house.ApplyAsync(path, given.Officer(context, options).Name, ct);
            foreach (var key in after.Channels.Select(channel => channel.Key).Except(before.Channels.Select(channel => channel.Key))) context.Out.WriteLine("+ " + key);
            foreach (var key in before.Channels.Select(channel => channel.Key).Except(after.Channels.Select(channel => channel.Key))) context.Out.WriteLine("- " + key);
            context.Out.WriteLine(words["channels.applied", after.Version, after.Agencies.Count, after.Destinations.Count, after.Channels.Count]);
            if (context.Running is not null) context.Out.WriteLine(words["channels.restart"]);
            return 0;
        });
        return command;
    }

    private static Command List(CommandContext context, GlobalOptions options)
    {
        var command = Verb.Of("list", "Daftar / List", options.Json);
        command.OnHouse(context, options, (given, house, _) =>
        {
            var words = options.Words(given, context);
            foreach (var channel in house.Registry.Current.Channels)
            {
                context.Out.WriteLine(given.GetValue(options.Json)
                    ? Wire.Line(new JsonObject
                    {
                        ["key"] = channel.Key,
                        ["agency"] = channel.Agency,
                        ["kind"] = channel.Kind,
                        ["policy"] = Wire.Name(channel.Policy),
                        ["destination"] = channel.Destination,
                        ["cutOver"] = Wire.Moment(channel.CutOver),
                        ["enabled"] = channel.Enabled,
                    })
                    : $"{channel.Key}  {channel.Kind}  {channel.Agency}  {Wire.Name(channel.Policy)}  -> {channel.Destination}{(channel.Enabled ? "" : "  " + words["channels.paused"])}");
            }

            if (house.Registry.Current.Channels.Count == 0 && !given.GetValue(options.Json)) context.Out.WriteLine(words["list.empty", house.Settings.DataDirectory]);
            return Task.FromResult(0);
        });
        return command;
    }

    private static Command Switch(CommandContext context, GlobalOptions options, string name, string description, bool enabled)
    {
        var key = new Argument<string>("key");
        var command = Verb.Of(name, description, key, options.By);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var found = await house.Registry.EnableAsync(given.GetValue(key)!, enabled, given.Officer(context, options).Name, ct);
            return Verb.Tell(context, options.Words(given, context), given.GetValue(key)!, found ? OperationResult.Ok : new OperationResult(false, "no-channel"));
        });
        return command;
    }
}
