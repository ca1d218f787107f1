namespace Gateway.Infrastructure.Identity;

/// <summary>The master key cannot be had. The message says which, and what to do.</summary>
public sealed class MasterKeyUnavailableException : Exception
{
    public MasterKeyUnavailableException() { }

    public MasterKeyUnavailableException(string message) : base(message) { }

    public MasterKeyUnavailableException(string message, Exception inner) : base(message, inner) { }
}
