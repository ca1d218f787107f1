namespace Gateway.Tests.Support;

/// <summary>How a <see cref="CutWire"/> is broken.</summary>
internal enum Cut
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Nobody gets through: what is open is reset, and what comes new is refused.</summary>
    Before,

    /// <summary>What comes new is let in and reset before a byte passed, as by a firewall; what is open is reset too.</summary>
    AtOnce,

    /// <summary>The next request is reset when half of it passed.</summary>
    InRequest,

    /// <summary>The next request passes whole; when the answer comes, the connection is reset instead.</summary>
    BeforeAnswer,

    /// <summary>The next request gets lost, as at a server that never comes to it; what comes after it passes again.</summary>
    NextLost,

    /// <summary>What is asked stands still, as in a network that loses all packets one way; answers pass.</summary>
    RequestsHeld,

    /// <summary>What is answered stands still; what is asked passes.</summary>
    AnswersHeld,

    /// <summary>Nothing passes either way, and nobody is told.</summary>
    Held,
}
