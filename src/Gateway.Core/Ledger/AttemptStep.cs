namespace Gateway.Core.Ledger;

/// <summary>Steps of a delivery that have an effect at the centre.</summary>
public enum AttemptStep
{
    /// <summary>Files are uploaded; repeating it leaves at most an orphan file.</summary>
    Upload,

    /// <summary>The complaint is created; never repeated on doubt.</summary>
    Create,
}
