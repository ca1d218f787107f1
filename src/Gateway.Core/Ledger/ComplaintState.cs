namespace Gateway.Core.Ledger;

/// <summary>Where a complaint stands on its way to the centre. <see cref="Moves"/> says how it gets from one to another.</summary>
public enum ComplaintState
{
    /// <summary>On disk, not judged by the gates yet.</summary>
    Recorded,

    /// <summary>Waits for a person, with the reasons on the row.</summary>
    Held,

    /// <summary>Will be sent.</summary>
    Queued,

    /// <summary>A forwarder holds it under a lease.</summary>
    Forwarding,

    /// <summary>The centre could not take it; due again at a time on the row.</summary>
    Retrying,

    /// <summary>The centre gave it an id. Final.</summary>
    Delivered,

    /// <summary>The centre refused it, or every retry is used up; a person mends it.</summary>
    Parked,

    /// <summary>A create went out and its outcome is not known. Never sent again until settled.</summary>
    Unknown,

    /// <summary>A person decided that it does not go.</summary>
    Discarded,

    /// <summary>A person decided that it is the same as an earlier one.</summary>
    Duplicate,
}
