namespace Gateway.Contracts.Intake;

/// <summary>The gateway cannot take anything at the moment. Nothing was accepted; the source keeps what it has and tries again.</summary>
public sealed class IntakeRefusedException : Exception
{
    public IntakeRefusedException() { }

    public IntakeRefusedException(string message) : base(message) { }

    public IntakeRefusedException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Key of the same in words for people; null when there is only the message.</summary>
    public string? Code { get; init; }

    /// <summary>What its words are about, in the order of their places.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
