namespace Gateway.Core.Forwarding;

/// <summary>How far a call got. Whether content left is a fact noted when it was first serialised, never inferred from an exception.</summary>
public enum CentralAnswerKind
{
    /// <summary>Not a byte of the content left this machine.</summary>
    NotSent,

    /// <summary>Content began to leave and no answer came: time-out, reset, cancelled.</summary>
    NoAnswer,

    /// <summary>An HTTP answer came.</summary>
    Answered,
}
