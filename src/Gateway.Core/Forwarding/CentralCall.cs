namespace Gateway.Core.Forwarding;

/// <summary>Kinds of calls, as <see cref="AnswerTable"/> tells them apart.</summary>
public enum CentralCall
{
    /// <summary>Create a complaint.</summary>
    Create,

    /// <summary>Upload files.</summary>
    Upload,

    /// <summary>Read: a complaint, follow-ups, masters.</summary>
    Read,
}
