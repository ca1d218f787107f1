using System.Collections.Concurrent;
using Gateway.Server.Workers;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Bugs;

/// <summary>A parser's exception quotes the text it could not read, and the log of the worker quoted the exception.</summary>
internal sealed class TheLogOfAWorkerQuotesNoComplaint
{
    private static readonly Exception[] Quoting =
    [
        new FormatException("The input 'Siti Contoh' was not in a correct format."),
        new System.Text.Json.JsonException("'Siti Contoh' is an invalid start of a value."),
        new System.Text.RegularExpressions.RegexMatchTimeoutException("rumah Siti Contoh", "(a+)+$", TimeSpan.FromSeconds(2)),
        new InvalidDataException("Siti Contoh"),
        new IOException("Could not find file '/inbox/Chat WhatsApp dengan Siti Contoh.txt'."),
    ];

    [TestCaseSource(nameof(Quoting))]
    public async Task OnlyTheKindOfSuchAFaultIsWritten(Exception fault)
    {
        using var end = new CancellationTokenSource();
        var log = new Lines(end);

        await new WorkerLoop("gates", _ => throw fault, TimeProvider.System, log).RunAsync(end.Token);

        Assert.That(log.Written.Single(), Does.Contain(fault.GetType().Name).And.Not.Contain("Siti"));
    }

    /// <summary>Ends the loop at its first line.</summary>
    private sealed class Lines(CancellationTokenSource end) : ILogger
    {
        public ConcurrentQueue<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Written.Enqueue(formatter(state, exception));
            end.Cancel();
        }
    }
}
