using Gateway.Contracts.Intake;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>One mail or form post as its source holds it.</summary>
/// <param name="Key">What makes it the same item when it is seen again.</param>
/// <param name="Channel">Where it lies.</param>
/// <param name="Text">What it says.</param>
/// <param name="Phone">Who wrote it; null when nobody is known.</param>
/// <param name="Files">How many files it carries.</param>
/// <param name="Outcome">What the translator makes of it.</param>
/// <param name="IsDeadly">It takes the process down whenever it is translated.</param>
/// <param name="IsKiller">It takes the process down whenever it is made ready for the centre.</param>
/// <param name="Answers">Key of the mail that it answers; null when it answers none.</param>
internal sealed record SourceItem(string Key, string Channel, string Text, string? Phone, int Files, ItemOutcome Outcome, bool IsDeadly, bool IsKiller, string? Answers)
{
    /// <summary>Words that stand in no other item; null when its text is not its own.</summary>
    public string? Mark { get; } = Text.EndsWith(')') ? $"({Key})" : null;

    /// <summary>The source was told that the gateway has it.</summary>
    public bool IsTold { get; set; }

    /// <summary>What the gateway said it made of it; null before the first receipt.</summary>
    public Receipt? Receipt { get; set; }
}
