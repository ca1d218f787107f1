namespace Gateway.Core.Destinations;

/// <summary>Whether complaints go to a destination.</summary>
public enum DestinationState
{
    /// <summary>Never used; a person opens it.</summary>
    New,

    /// <summary>A first complaint was sent by hand; waits to be opened.</summary>
    Trying,

    /// <summary>Complaints go.</summary>
    Open,

    /// <summary>Nothing goes until a person opens it.</summary>
    Paused,
}
