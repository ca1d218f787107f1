using Gateway.Server.Commands;
using Gateway.Server.Composition;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Server;

/// <summary>Whoever logs an exception whole - MassTransit does, and the web server - the log of the gateway quotes nobody.</summary>
internal sealed class DiscreetLogsTests
{
    private LoggedLines lines = null!;
    private ILoggerFactory logs = null!;

    [SetUp]
    public void Open()
    {
        lines = new LoggedLines();
        logs = new DiscreetLogs(LoggerFactory.Create(logging => logging.AddProvider(lines)));
    }

    [TearDown]
    public void Close()
    {
        logs.Dispose();
        lines.Dispose();
    }

    [Test]
    public void OfAnExceptionOnlyWhatMayBeToldIsWritten()
    {
        var fault = new InvalidOperationException("Siti Contoh", new FormatException("Siti Contoh"));

        logs.CreateLogger("MassTransit.ReceiveTransport").LogError(fault, "R-FAULT {Queue} {Elapsed}", "gateway-forward", 12);

        Assert.That(lines.Written.Single(), Is.EqualTo("R-FAULT gateway-forward 12: InvalidOperationException (FormatException)"));
    }

    [Test]
    public void AllElseIsWrittenAsItCame()
    {
        logs.CreateLogger("Gateway").LogWarning("The lease of {Name} was dead", "G1");

        Assert.That(lines.Written, Is.EqualTo(new[] { "The lease of G1 was dead" }));
    }

    [Test]
    public void TheGatewayLogsThisWay()
    {
        using var running = ServeCommand.Logs();

        Assert.That(running, Is.InstanceOf<DiscreetLogs>());
    }
}
