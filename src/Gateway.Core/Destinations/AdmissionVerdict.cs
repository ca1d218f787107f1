namespace Gateway.Core.Destinations;

/// <summary>Answers to "may a complaint go now?".</summary>
public enum AdmissionVerdict
{
    /// <summary>Yes.</summary>
    Go,

    /// <summary>Later.</summary>
    Wait,

    /// <summary>The breaker's time is over; one read must succeed first.</summary>
    Probe,

    /// <summary>Not until a person opens the destination.</summary>
    Closed,
}
