namespace Gateway.Server.Composition;

/// <summary>
/// Logs in which no exception is told whole, whoever logs it: the framework and MassTransit hand over what our code threw, with words that may be a
/// citizen's.
/// </summary>
internal sealed class DiscreetLogs(ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new DiscreetLogger(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();
}
