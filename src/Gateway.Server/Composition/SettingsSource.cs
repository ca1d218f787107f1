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
        var settings = configuration.GetSection("Gateway").Get<GatewaySettings>() ?? new GatewaySettings();
        settings.DataDirectory = settings.DataDirectory.Length == 0
            ? Path.Combine(Home(cwd), ".gateway", "data")
            : Path.GetFullPath(settings.DataDirectory, cwd);
        if (settings.Registry is { } registry) settings.Registry = Path.GetFullPath(registry, cwd);
        return settings;
    }

    /// <summary>The folder of <c>./gateway</c>.</summary>
    public static string Home(string cwd) => Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } home ? home : cwd;
}
