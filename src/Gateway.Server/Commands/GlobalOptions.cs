using System.CommandLine;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>Options that every verb understands.</summary>
internal sealed class GlobalOptions
{
    public Option<string?> Data { get; } = new("--data") { Description = "Folder data / Data folder", Recursive = true };

    public Option<string?> Language { get; } = new("--lang") { Description = "id | en", Recursive = true };

    public Option<bool> Json { get; } = new("--json") { Description = "Keluaran untuk skrip / Output for scripts" };

    public Option<string?> By { get; } = new("--by") { Description = "Nama petugas / Name of the officer" };

    public Option<string?> Reason { get; } = new("--reason") { Description = "Alasan / Reason" };

    public Option<string?> Penelaah { get; } = new("--penelaah") { Description = "Bertindak sebagai Penelaah Pengawasan; dicatat / Act as Penelaah Pengawasan; this is recorded" };

    /// <summary>The settings with what the command line overrides.</summary>
    public GatewaySettings Settings(ParseResult given, CommandContext context)
    {
        if (context.Running is { } house) return house.Settings;
        var overrides = new Dictionary<string, string?>();
        if (given.GetValue(Data) is { } data) overrides["Gateway:DataDirectory"] = data;
        if (given.GetValue(Language) is { } language) overrides["Gateway:Language"] = language;
        return SettingsSource.Read(overrides, context.Cwd);
    }

    /// <summary>The words in the language asked for.</summary>
    public WordList Words(ParseResult given, CommandContext context) => WordList.In(given.GetValue(Language) ?? Settings(given, context).Language);
}
