namespace Gateway.Adapters.Email.Reading;

/// <summary>What a line of a header is for whoever reads a mail the short way.</summary>
internal enum PlainField
{
    /// <summary>What rules ask for by its name.</summary>
    Asked,

    /// <summary>Of the road or of the program that wrote it; nothing here asks for it.</summary>
    Unasked,
    From,
    ReplyTo,
    Recipients,
    Subject,
    Date,
    MessageId,
    Received,
    InReplyTo,
    References,
    ContentType,
    Encoding,
}
