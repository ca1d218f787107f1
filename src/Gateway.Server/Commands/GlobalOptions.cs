using System.CommandLine;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>Options that every verb understands.</summary>
internal sealed class GlobalOptions
{
    public Option<string?> Data { get; } = new("--data") { Description = "Folder data / Data folder", Recursive = true };

    public Option<string?> Language { get; } = KnownLanguage();

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
    public WordList Words(ParseResult given, CommandContext context) => WordList.In(given.GetValue(Language) ?? Settings(given, context).Language, given.GetValue(Data));

    /// <summary>The words for a line that was not understood: read from what was typed, since nothing else of it is certain.</summary>
    public WordList WordsOfAnyLine(ParseResult given, CommandContext context)
    {
        var typed = given.GetResult(Language)?.Tokens is [var language, ..] ? language.Value : null;
        try
        {
            return WordList.In(typed ?? context.Running?.Settings.Language ?? SettingsSource.Read(new Dictionary<string, string?>(), context.Cwd).Language);
        }
        catch (CommandException)
        {
            return WordList.In(typed);
        }
    }

    private static Option<string?> KnownLanguage()
    {
        var language = new Option<string?>("--lang") { Description = "id | en", Recursive = true };
        language.Validators.Add(result =>
        {
            if (result.Tokens is [var typed, ..] && !WordList.Languages.Contains(typed.Value)) result.AddError($"--lang '{typed.Value}': {string.Join(" | ", WordList.Languages)}");
        });
        return language;
    }
}
