namespace Gateway.Core.Operations;

/// <summary>What reading a complaint back at the centre says of whose it is.</summary>
public enum ReadingVerdict
{
    /// <summary>Its text holds the beginning of ours and ends with our marker.</summary>
    Proved,

    /// <summary>Its text ends with the marker of another complaint.</summary>
    OtherMarker,

    /// <summary>Its text ends with our marker, but the words above it are not ours.</summary>
    OtherWords,

    /// <summary>Its text is there and ends with no marker.</summary>
    NoMarker,

    /// <summary>The centre knows no complaint of that number: mistyped, mostly, or its pages show another number than its interface.</summary>
    NotThere,

    /// <summary>It answered without the text.</summary>
    NoContent,

    /// <summary>It did not answer, refused, or could not be asked for the moment.</summary>
    Unreachable,

    /// <summary>It was not asked: its destination is paused.</summary>
    Paused,
}
