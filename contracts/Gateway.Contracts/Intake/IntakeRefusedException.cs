namespace Gateway.Contracts.Intake;

/// <summary>The gateway cannot take anything at the moment. Nothing was accepted; the source keeps what it has and tries again.</summary>
public sealed class IntakeRefusedException : Exception
{
    public IntakeRefusedException() { }

    public IntakeRefusedException(string message) : base(message) { }

    public IntakeRefusedException(string message, Exception inner) : base(message, inner) { }
}
