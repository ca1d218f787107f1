using System.CommandLine;

namespace Gateway.Server.Commands;

/// <summary>The verbs of <c>gateway</c>, in the order a newcomer needs them.</summary>
internal static class GatewayCommand
{
    /// <summary>Verbs that need the data folder for themselves, or none: they are never handed to a gateway that runs.</summary>
    public static IReadOnlyList<string> Alone { get; } = ["demo", "serve", "simulator", "migrate", "restore"];

    public static RootCommand Build(CommandContext context, GlobalOptions options)
    {
        var root = new RootCommand("Gateway: kanal pengaduan lama instansi ke dalam SP4N-LAPOR! / legacy complaint channels into SP4N-LAPOR!")
        {
            options.Data,
            options.Language,
        };
        root.Subcommands.Add(DemoCommand.Build(context, options));
        root.Subcommands.Add(ServeCommand.Build(context, options));
        root.Subcommands.Add(InspectCommand.Build(context, options));
        root.Subcommands.Add(ImportCommand.Build(context, options));
        root.Subcommands.Add(ComplaintsCommand.Build(context, options));
        root.Subcommands.Add(QuarantineCommand.Build(context, options));
        root.Subcommands.Add(UnknownCommand.Build(context, options));
        root.Subcommands.Add(ReplayCommand.Build(context, options));
        root.Subcommands.Add(TasksCommand.Build(context, options));
        root.Subcommands.Add(ReconcileCommand.Build(context, options));
        root.Subcommands.Add(DestinationCommand.Build(context, options));
        root.Subcommands.Add(ChannelsCommand.Build(context, options));
        root.Subcommands.Add(AgenciesCommand.Build(context, options));
        root.Subcommands.Add(AuditCommand.Build(context, options));
        root.Subcommands.Add(SimulatorCommand.Build(context, options));
        root.Subcommands.Add(DoctorCommand.Build(context, options));
        root.Subcommands.Add(ConfigCommand.Build(context, options));
        root.Subcommands.Add(MigrateCommand.Build(context, options));
        root.Subcommands.Add(BackupCommand.Build(context, options));
        root.Subcommands.Add(RestoreCommand.Build(context, options));
        foreach (var verb in NotYetCommand.Verbs) root.Subcommands.Add(NotYetCommand.Build(verb, context));
        return root;
    }
}
