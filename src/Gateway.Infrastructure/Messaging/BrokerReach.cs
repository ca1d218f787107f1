namespace Gateway.Infrastructure.Messaging;

/// <summary>How far a look at the broker got.</summary>
public enum BrokerReach
{
    /// <summary>Nobody answers at the address in time, or not by its protocol.</summary>
    Unreachable,

    /// <summary>User name or password are wrong.</summary>
    LoginRefused,

    /// <summary>The virtual host is not there, or not for this user.</summary>
    NoSuchHost,

    /// <summary>Logged in.</summary>
    Answers,
}
