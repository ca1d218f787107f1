namespace Gateway.Core.FollowUps;

/// <summary>What a look at the centre says of a task in doubt.</summary>
public enum TaskLook
{
    /// <summary>It is there.</summary>
    Found,

    /// <summary>It is not there, as far as everything was read.</summary>
    Absent,

    /// <summary>What was read neither shows it nor rules it out.</summary>
    Undecided,

    /// <summary>The centre could not be read.</summary>
    Unread,
}
