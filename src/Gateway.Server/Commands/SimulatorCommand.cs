using System.CommandLine;
using Gateway.Server.Composition;
using Gateway.Simulator;
using Gateway.Simulator.Faults;

namespace Gateway.Server.Commands;

/// <summary><c>gateway simulator</c>: a stand-in for SP4N-LAPOR! with faults by script, for training and trials.</summary>
internal static class SimulatorCommand
{
    public static Command Build(CommandContext context)
    {
        var port = new Option<int>("--port") { Description = "0 = bebas / free", DefaultValueFactory = _ => 5080 };
        var faults = new Option<string?>("--faults") { Description = "Berkas JSON / JSON file" };
        var book = new Option<string?>("--book") { Description = "Berkas buku / file that keeps what was received" };
        var command = Verb.Of("simulator", "Tiruan SP4N-LAPOR! / Stand-in for SP4N-LAPOR!", port, faults, book);
        command.SetAction(async (given, ct) =>
        {
            await using var simulator = await CentralSimulator.StartAsync(
                new SimulatorOptions
                {
                    Port = given.GetValue(port),
                    BookPath = given.GetValue(book) is { } path ? Path.GetFullPath(path, context.Cwd) : null,
                    Faults = given.GetValue(faults) is { } file ? Faults(Path.GetFullPath(file, context.Cwd)) : [],
                },
                ct);
            context.Out.WriteLine($"SIMULATOR - bukan SP4N-LAPOR! {simulator.BaseUri}");
            await context.Out.FlushAsync(CancellationToken.None);
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            }
            catch (OperationCanceledException)
            {
                context.Out.WriteLine("SIMULATOR berhenti. / stopped.");
            }

            return 0;
        });
        return command;
    }

    private static IReadOnlyList<SimulatorFault> Faults(string path)
    {
        try
        {
            var parsed = SimulatorFaults.Parse(File.ReadAllText(path));
            return parsed.Problems.Count == 0 ? parsed.Faults : throw new CommandException(2, $"{path}: {string.Join(" ", parsed.Problems)}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(3, $"{path}: {unreadable.Message}");
        }
    }
}
