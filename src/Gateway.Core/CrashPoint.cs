namespace Gateway.Core;

/// <summary>Named points of the walk of a complaint at which a test may kill the process.</summary>
public enum CrashPoint
{
    /// <summary>The raw item is durable; no try was counted.</summary>
    ArrivalKept,

    /// <summary>A try to translate was counted; translation begins.</summary>
    TryCounted,

    /// <summary>Translated; nothing of the outcome is recorded.</summary>
    Translated,

    /// <summary>Outcomes are recorded; the source was not told.</summary>
    ItemsRecorded,

    /// <summary>The round is closed; its complaints were not judged.</summary>
    RoundClosed,

    /// <summary>A complaint was judged by the gates.</summary>
    Judged,

    /// <summary>About to publish the wake-up.</summary>
    BeforePublish,

    /// <summary>The broker confirmed; the ledger does not know.</summary>
    Published,

    /// <summary>A complaint was claimed.</summary>
    Claimed,

    /// <summary>The attempt row of an upload is committed; nothing was sent.</summary>
    UploadBegun,

    /// <summary>The centre answered the upload; the answer is not recorded.</summary>
    UploadAnswered,

    /// <summary>The upload's result is recorded.</summary>
    UploadCompleted,

    /// <summary>The send permit is committed; nothing was sent.</summary>
    CreateBegun,

    /// <summary>The centre answered the create; the answer is not recorded.</summary>
    CreateAnswered,

    /// <summary>The create's outcome is recorded; the wake-up is not acknowledged.</summary>
    CreateCompleted,

    /// <summary>The permit of a task is committed; nothing was sent.</summary>
    TaskBegun,

    /// <summary>The centre answered a task; the answer is not recorded.</summary>
    TaskAnswered,
}
