namespace Gateway.Core.Forwarding;

/// <summary>Kinds of calls, as <see cref="AnswerTable"/> tells them apart.</summary>
public enum CentralCall
{
    /// <summary>Create a complaint.</summary>
    Create,

    /// <summary>Upload files.</summary>
    Upload,

    /// <summary>Read what concerns no single complaint: masters.</summary>
    Read,

    /// <summary>Read one complaint, or its follow-ups.</summary>
    ReadOne,

    /// <summary>Do something about one complaint that is there: hand it on, post a follow-up.</summary>
    Task,
}
