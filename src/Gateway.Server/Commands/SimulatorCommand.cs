using System.CommandLine;
using System.Net.Sockets;
using Gateway.Server.Composition;
using Gateway.Server.Words;
using Gateway.Simulator;
using Gateway.Simulator.Faults;

namespace Gateway.Server.Commands;

/// <summary><c>gateway simulator</c>: a stand-in for SP4N-LAPOR! with faults by script, for training and trials.</summary>
internal static class SimulatorCommand
{
    private const int LastPort = 65535;

    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var port = new Option<int>("--port") { Description = "0 = bebas / free", DefaultValueFactory = _ => 5080 };
        var faults = new Option<string?>("--faults")
        {
            Description = "Berkas JSON / JSON file: [{\"call\":\"create\",\"fault\":\"503\",\"times\":2}]. "
                + $"call: {string.Join(" ", SimulatorFaults.CallNames)}. fault: {string.Join(" ", SimulatorFaults.KindNames)}",
        };
        var book = new Option<string?>("--book") { Description = "Berkas buku / file that keeps what was received" };
        var command = Verb.Of("simulator", "Tiruan SP4N-LAPOR! / Stand-in for SP4N-LAPOR!", port, faults, book);
        command.SetAction(async (given, ct) =>
        {
            var words = options.Words(given, context);
            if (given.GetValue(port) is < 0 or > LastPort) throw new CommandException(2, words["simulator.port-number", given.GetValue(port), LastPort]);
            var wanted = new SimulatorOptions
            {
                Port = given.GetValue(port),
                BookPath = given.GetValue(book) is { } path ? Path.GetFullPath(path, context.Cwd) : null,
                Faults = given.GetValue(faults) is { } file ? Faults(Path.GetFullPath(file, context.Cwd)) : [],
            };
            await using var simulator = await StartAsync(wanted, words, ct);
            context.Out.WriteLine(words["simulator.listening", simulator.BaseUri]);
            context.Out.WriteLine(words["simulator.faults", simulator.BaseUri]);
            await context.Out.FlushAsync(CancellationToken.None);
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            }
            catch (OperationCanceledException)
            {
                context.Out.WriteLine(words["simulator.stopped"]);
            }

            return 0;
        });
        return command;
    }

    private static async Task<CentralSimulator> StartAsync(SimulatorOptions wanted, WordList words, CancellationToken ct)
    {
        try
        {
            return await CentralSimulator.StartAsync(wanted, ct);
        }
        catch (InvalidDataException unreadable)
        {
            throw new CommandException(3, words["simulator.book", wanted.BookPath, unreadable.Message]);
        }
        catch (Exception refused) when (refused is IOException or SocketException && PortFault.IsPort(refused))
        {
            throw new CommandException(4, words["simulator.port", wanted.Port, PortFault.Of(refused)]);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(4, words["simulator.book", wanted.BookPath, refused.Message]);
        }
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
