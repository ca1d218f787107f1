namespace Gateway.Adapters.WhatsApp;

/// <summary>What a message of an exported chat is. Written in JSON as <c>text</c>, <c>media</c>, <c>deleted</c>, <c>system</c>.</summary>
public enum ChatMessageKind
{
    /// <summary>Words of a person.</summary>
    Text,

    /// <summary>A picture, voice note or file, with or without a caption; also a message whose content the export left out.</summary>
    Media,

    /// <summary>A message that was taken back.</summary>
    Deleted,

    /// <summary>A line WhatsApp itself wrote.</summary>
    System,
}
