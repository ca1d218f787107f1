using System.CommandLine;
using Gateway.Server.Composition;

namespace Gateway.Server.Commands;

/// <summary><c>gateway serve</c>: runs until it is told to stop.</summary>
internal static class ServeCommand
{
    private static readonly string[] Roles = ["intake", "forward", "console"];

    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var only = new Option<string?>("--only") { Description = "intake,forward,console" };
        var command = Verb.Of("serve", "Jalankan gateway / Run the gateway", only);
        command.SetAction(async (given, ct) =>
        {
            var settings = options.Settings(given, context);
            var words = options.Words(given, context);
            var roles = (given.GetValue(only) ?? string.Join(',', Roles)).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (roles.FirstOrDefault(role => !Roles.Contains(role)) is { } unknown) throw new CommandException(2, $"--only '{unknown}': {string.Join(", ", Roles)}");
            using var logs = Logs();
            await using var house = await House.OpenAsync(settings, new SuspendAwareTime(), logs, ct);
            await using var running = await RunningGateway.StartAsync(house, roles.Contains("intake"), roles.Contains("forward"), ct);
            foreach (var url in running.Urls) context.Out.WriteLine(words["serve.listening", url]);
            context.Out.WriteLine(words["serve.data", settings.DataDirectory]);
            if (settings.Messaging.Transport == "InMemory") context.Out.WriteLine(words["serve.in-memory"]);
            if (settings.Identity.MasterKey is null) context.Out.WriteLine(words["serve.embedded-key"]);
            await context.Out.FlushAsync(CancellationToken.None);
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            }
            catch (OperationCanceledException)
            {
                context.Out.WriteLine(words["serve.stopping"]);
            }

            return 0;
        });
        return command;
    }

    /// <summary>Logs of a running gateway: one line each, English, to standard error. The framework speaks only when something is wrong.</summary>
    public static ILoggerFactory Logs() => new DiscreetLogs(LoggerFactory.Create(logging =>
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffzzz ";
        });
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        logging.AddFilter("MassTransit", LogLevel.Warning);
        // A port that is taken is told to the person in one sentence; these would tell it again in forty lines.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level is LogLevel.Warning or LogLevel.Error);
    }));
}
