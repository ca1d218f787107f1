namespace Gateway.Server.Composition;

/// <summary>Ends a command with an exit code and a message that says what happened and what to do next.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode => exitCode;
}
