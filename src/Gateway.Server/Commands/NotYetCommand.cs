using System.CommandLine;

namespace Gateway.Server.Commands;

/// <summary>Verbs that later parts build: known, and answered with "not yet" and exit code 2.</summary>
internal static class NotYetCommand
{
    /// <summary>What the help says of each.</summary>
    public const string Description = "Belum ada / Not yet";

    public static IReadOnlyList<string> Verbs { get; } = ["identity", "user"];

    public static Command Build(string name, CommandContext context)
    {
        var rest = new Argument<string[]>("args") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(name, Description) { rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(_ =>
        {
            context.Error.WriteLine($"'{name}' belum ada dalam versi ini. / '{name}': not yet, a later part builds it.");
            return 2;
        });
        return command;
    }
}
