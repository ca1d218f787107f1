using System.CommandLine;

namespace Gateway.Server.Commands;

/// <summary><c>gateway migrate</c>: brings the ledger to this version. Opening it does the same, so this is for those who want to see it.</summary>
internal static class MigrateCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var command = Verb.Of("migrate", "Perbarui ledger / Bring the ledger up to date");
        command.OnNewHouse(context, options, async (given, house, ct) =>
        {
            await house.Ledger.DestinationsAsync(ct);
            context.Out.WriteLine(options.Words(given, context)["migrate.done", house.Settings.DataDirectory]);
            return 0;
        });
        return command;
    }
}
