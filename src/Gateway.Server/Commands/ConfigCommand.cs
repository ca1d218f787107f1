using System.CommandLine;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Core;

namespace Gateway.Server.Commands;

/// <summary><c>gateway config</c>: the settings in force, secrets left out.</summary>
internal static class ConfigCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var crashPoints = new Option<bool>("--crash-points") { Description = "Titik uji mati / named points for kill tests" };
        var command = Verb.Of("config", "Setelan yang berlaku / Settings in force", crashPoints);
        command.SetAction(given =>
        {
            if (given.GetValue(crashPoints))
            {
                foreach (var point in Enum.GetNames<CrashPoint>()) context.Out.WriteLine(point);
                return 0;
            }

            var settings = options.Settings(given, context);
            var shown = JsonSerializer.SerializeToNode(settings, ContractJson.Indented)!.AsObject();
            // Both may hold a password.
            shown["messaging"]!["rabbitMq"]!["uri"] = Hidden(settings.Messaging.RabbitMq.Uri);
            shown["ledger"]!["connectionString"] = settings.Ledger.ConnectionString is null ? null : "***";
            if (settings.Identity.MasterKey is { } key) shown["identity"]!["masterKey"] = key.StartsWith("env:", StringComparison.Ordinal) || key.StartsWith("file:", StringComparison.Ordinal) ? key : "***";
            context.Out.WriteLine(shown.ToJsonString(ContractJson.Indented));
            return 0;
        });
        return command;
    }

    private static string Hidden(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) ? $"{parsed.Scheme}://***@{parsed.Host}:{parsed.Port}{parsed.AbsolutePath}" : uri;
}
