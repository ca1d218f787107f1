namespace Gateway.Contracts.Intake;

/// <summary>What a live source needs from the house it runs in.</summary>
/// <param name="DataDirectory">Absolute folder where relative paths of the registry start.</param>
/// <param name="Secret">Resolves <c>env:NAME</c> and <c>file:PATH</c> to the secret; throws with the name, never the value, when absent. Other text is itself.</param>
/// <param name="Time">The clock.</param>
public sealed record SourceContext(string DataDirectory, Func<string, string> Secret, TimeProvider Time);
