namespace Gateway.Core.Ledger;

/// <summary>Calls that have an effect at the centre: the steps of a delivery, and the tasks.</summary>
public enum AttemptStep
{
    /// <summary>Files are uploaded; repeating it leaves at most an orphan file.</summary>
    Upload,

    /// <summary>The complaint is created; never repeated on doubt.</summary>
    Create,

    /// <summary>A task hands the complaint on to its institution; on doubt the centre is read first.</summary>
    HandOn,

    /// <summary>A task posts a follow-up; on doubt the centre is read first.</summary>
    FollowUp,
}
