using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>One row of <see cref="AnswerTable"/>.</summary>
/// <param name="Answer">The answer in words.</param>
/// <param name="Fits">Whether an answer belongs to the row.</param>
/// <param name="Create">Outcome of a create.</param>
/// <param name="Other">Outcome of an upload or read.</param>
/// <param name="Task">Outcome of a hand-on or follow-up post.</param>
public sealed record AnswerRow(string Answer, Func<CentralAnswer, bool> Fits, AttemptOutcome Create, AttemptOutcome Other, AttemptOutcome Task)
{
    /// <summary>The create counts as done if the complaint read back under the id carries our marker.</summary>
    public bool ReadsBack { get; init; }

    /// <summary>The centre does not know the files of a create any more: they are uploaded once more, and the create is repeated.</summary>
    public bool UploadsAgain { get; init; }

    /// <summary>The centre redirects, which pauses the destination.</summary>
    public bool Redirects { get; init; }
}
