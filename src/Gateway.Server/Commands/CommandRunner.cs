using System.CommandLine;
using Gateway.Contracts.Intake;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Server.Composition;
using Gateway.Server.Local;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>
/// Runs one command line and maps what can go wrong to the exit codes: 0 done, 1 found something wrong, 2 usage, 3 input unreadable, 4 a
/// service is missing.
/// </summary>
internal static class CommandRunner
{
    /// <summary>Longer than the slowest shutdown: a create under way may take its 90 s.</summary>
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromMinutes(3);

    public static async Task<int> RunAsync(string[] args, CommandContext context, CancellationToken ct)
    {
        context = context with { Out = new CleanWriter(context.Out), Error = new CleanWriter(context.Error) };
        var options = new GlobalOptions();
        // A name may begin with @, which is no file of arguments.
        var parsed = GatewayCommand.Build(context, options).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var line in UsageFaults.Of(parsed, Words())) await context.Error.WriteLineAsync(line);
            return 2;
        }

        var isAlone = GatewayCommand.Alone.Contains(UsageFaults.Path(parsed.CommandResult).FirstOrDefault());
        if (isAlone && context.Running is { } house)
        {
            await context.Error.WriteLineAsync(Words()["serve.already", house.Settings.DataDirectory]);
            return 4;
        }

        var configuration = new InvocationConfiguration
        {
            Output = context.Out,
            Error = context.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = context.Running is null ? ShutdownLimit : null,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, ct);
        }
        catch (HouseHeldException held) when (!isAlone && context.Running is null)
        {
            return await LocalClient.RunAsync(args, held.DataDirectory, context, Words(), ct);
        }
        catch (HouseHeldException held)
        {
            await context.Error.WriteLineAsync(Words()["serve.already", held.DataDirectory]);
            return 4;
        }
        catch (CommandException wrong)
        {
            await context.Error.WriteLineAsync(wrong.Message);
            return wrong.ExitCode;
        }
        catch (Exception missing) when (missing is LedgerUnavailableException or JournalUnavailableException or IntakeRefusedException or SourceUnavailableException)
        {
            await context.Error.WriteLineAsync(Faults.Told(missing, Words()));
            return 4;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
        catch (Exception inTheWay) when (inTheWay is IOException or UnauthorizedAccessException)
        {
            await context.Error.WriteLineAsync(PathFault.Of(Words(), inTheWay));
            return 4;
        }
#pragma warning disable CA1031 // The edge to the terminal: a defect of ours is told in a line. Its message may quote what a citizen wrote; where it happened does not.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            await context.Error.WriteLineAsync(
                Words()["defect.line", $"{defect.GetType().Name} {Place(defect)}"]);
            return 4;
        }

        // Only when something must be said: reading the settings takes longer than printing the help.
        WordList Words() => options.WordsOfAnyLine(parsed, context);
    }

    private static string Place(Exception defect) => defect.StackTrace?.Split('\n', 2)[0].Trim() ?? "";
}
