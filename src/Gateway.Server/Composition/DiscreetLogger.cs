using Gateway.Core;

namespace Gateway.Server.Composition;

/// <summary>Tells of an exception what <see cref="LoggedFault"/> allows, and hands nothing more of it on.</summary>
internal sealed class DiscreetLogger(ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is null) inner.Log(logLevel, eventId, state, null, formatter);
        else if (inner.IsEnabled(logLevel)) inner.Log(logLevel, eventId, $"{formatter(state, null)}: {LoggedFault.Of(exception)}", null, (line, _) => line);
    }
}
