using System.ComponentModel.DataAnnotations;
using Gateway.Server.Words;

namespace Gateway.Server.Composition;

/// <summary>Reads the settings from their three places; later ones win: appsettings.json, environment, command line.</summary>
internal static class SettingsSource
{
    /// <summary>Name of the environment variable by which the launcher tells where it stands.</summary>
    public const string HomeVariable = "GATEWAY_HOME";

    /// <summary>The settings, with an absolute data folder.</summary>
    /// <param name="overrides">Keys such as <c>Gateway:DataDirectory</c> from the command line.</param>
    /// <param name="cwd">Where relative paths start.</param>
    public static GatewaySettings Read(IReadOnlyDictionary<string, string?> overrides, string cwd)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(cwd, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(overrides)
            .Build();
        var settings = Bind(configuration.GetSection("Gateway"));
        settings.DataDirectory = settings.DataDirectory.Length == 0
            ? Path.Combine(Home(cwd), ".gateway", "data")
            : Path.GetFullPath(settings.DataDirectory, cwd);
        if (settings.Registry is { } registry) settings.Registry = Path.GetFullPath(registry, cwd);
        return settings;
    }

    private static GatewaySettings Bind(IConfigurationSection section)
    {
        // The binder's own TimeSpan form stays valid; people write 30s, 5m, 1h as in the registry.
        foreach (var entry in section.AsEnumerable().ToList())
        {
            if (Durations.TryParse(entry.Value, out var duration)) section.GetSection(entry.Key[(section.Path.Length + 1)..]).Value = duration.ToString("c");
        }

        try
        {
            var settings = section.Get<GatewaySettings>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new GatewaySettings();
            Check(settings.Ledger);
            Check(settings.Http);
            Check(settings.Intake);
            Check(settings.Gates);
            Check(settings.Duplicates);
            Check(settings.Forwarding);
            if (settings.Messaging.Transport is not ("InMemory" or "RabbitMq"))
                throw new CommandException(2, $"Gateway:Messaging:Transport '{settings.Messaging.Transport}': InMemory | RabbitMq");
            if (!LedgerPlace.Providers.Contains(settings.Ledger.Provider))
                throw new CommandException(2, $"Gateway:Ledger:Provider '{settings.Ledger.Provider}': {string.Join(" | ", LedgerPlace.Providers)}");
            if (!WordList.Languages.Contains(settings.Language)) throw new CommandException(2, $"Gateway:Language '{settings.Language}': {string.Join(" | ", WordList.Languages)}");
            if (ListenAddresses.FaultOf(settings.Http.Urls) is { } url) throw new CommandException(2, WordList.In(settings.Language)["usage.url", url]);
            if (TrustedProxies.FaultOf(settings.Http.TrustedProxies) is { } proxy) throw new CommandException(2, WordList.In(settings.Language)["usage.proxy", proxy]);
            return settings;
        }
        catch (InvalidOperationException wrong)
        {
            throw new CommandException(2, UnknownSetting(section, typeof(GatewaySettings)) is { } unknown
                ? WordList.In(LanguageOf(section))["usage.no-setting", unknown]
                : $"Setelan salah / wrong setting: {wrong.InnerException?.Message ?? wrong.Message}");
        }
    }

    // The binder names the type it could not fill, which says nothing to whoever wrote the setting.
    private static string? UnknownSetting(IConfigurationSection section, Type type)
    {
        foreach (var child in section.GetChildren())
        {
            var property = Array.Find(type.GetProperties(), known => string.Equals(known.Name, child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null) return child.Path;
            if (property.PropertyType.Namespace?.StartsWith("Gateway.", StringComparison.Ordinal) == true && UnknownSetting(child, property.PropertyType) is { } within) return within;
        }

        return null;
    }

    private static string LanguageOf(IConfigurationSection section) =>
        section["Language"] is { } language && WordList.Languages.Contains(language) ? language : new GatewaySettings().Language;

    private static void Check(object part)
    {
        var faults = new List<ValidationResult>();
        if (!Validator.TryValidateObject(part, new ValidationContext(part), faults, validateAllProperties: true))
            throw new CommandException(2, $"Setelan salah / wrong setting: {string.Join(' ', faults.Select(fault => fault.ErrorMessage))}");
    }

    /// <summary>The folder of <c>./gateway</c>.</summary>
    public static string Home(string cwd) => Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } home ? home : cwd;
}
