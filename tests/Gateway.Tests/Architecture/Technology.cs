namespace Gateway.Tests.Architecture;

/// <summary>A technology, and the only rooms that may see it.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Packages">Beginnings of its packages' names.</param>
/// <param name="Namespaces">Its namespaces.</param>
/// <param name="Rooms">Folders whose sources may use it.</param>
internal sealed record Technology(string Name, string[] Packages, string[] Namespaces, string[] Rooms)
{
    public static IReadOnlyList<Technology> All { get; } =
    [
        new("MassTransit", ["MassTransit", "RabbitMQ."], ["MassTransit", "RabbitMQ"], ["src/Gateway.Infrastructure/Messaging/"]),
        new("databases", ["Dapper", "Microsoft.Data.", "dbup", "SQLitePCL"], ["Dapper", "Microsoft.Data", "DbUp", "SQLitePCL"], ["src/Gateway.Infrastructure/Ledger/"]),
        new("Refit and Polly", ["Refit", "Polly"], ["Refit", "Polly"], ["src/Gateway.Infrastructure/Central/"]),
        new("MailKit", ["MailKit", "MimeKit"], ["MailKit", "MimeKit"], ["adapters/Gateway.Adapters.Email/"]),
        new("HTML", ["AngleSharp", "HtmlSanitizer"], ["AngleSharp"], ["adapters/Gateway.Adapters.Email/"]),
        new("CSV", ["CsvHelper"], ["CsvHelper"], ["adapters/Gateway.Adapters.Register/"]),
        new("console", ["System.CommandLine", "Spectre.", "MudBlazor"], ["System.CommandLine", "Spectre", "MudBlazor"], ["src/Gateway.Server/"]),
        new("ImageMagick", ["Magick.NET"], ["ImageMagick"], ["src/Gateway.Infrastructure/Images/"]),
        new("YAML", ["YamlDotNet"], ["YamlDotNet"], ["src/Gateway.Server/"]),
        new(
            "ASP.NET",
            [],
            ["Microsoft.AspNetCore"],
            ["adapters/Gateway.Adapters.WebForm/", "src/Gateway.Server/", "src/Gateway.Simulator/"]),
    ];

    /// <summary>Projects that hold its rooms.</summary>
    public IEnumerable<string> Projects => Rooms.Select(room => room.Split('/')[1]);

    public bool OwnsPackage(string package) => Packages.Any(start => package.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    public bool Admits(SourceFile file) => Rooms.Any(room => file.Path.StartsWith(room, StringComparison.Ordinal));
}
