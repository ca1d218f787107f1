namespace Gateway.Infrastructure.Central;

/// <summary>We gave a call up ourselves, before (or instead of) its content leaving.</summary>
internal sealed class CallAbandonedException : Exception
{
    public CallAbandonedException() { }

    public CallAbandonedException(string message) : base(message) { }

    public CallAbandonedException(string message, Exception inner) : base(message, inner) { }
}
