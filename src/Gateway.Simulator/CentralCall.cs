namespace Gateway.Simulator;

/// <summary>The kinds of call a fault can name. Written in JSON as create, upload, read, masters, reject, followup-add, any.</summary>
public enum CentralCall
{
    /// <summary>Matches every kind; never the kind of a call itself.</summary>
    Any,
    Create,
    Upload,

    /// <summary>Reading one complaint or its follow-ups.</summary>
    Read,
    Masters,
    Reject,
    FollowUpAdd,
}
