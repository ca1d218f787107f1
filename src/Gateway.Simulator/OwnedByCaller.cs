using Microsoft.Extensions.Hosting;

namespace Gateway.Simulator;

/// <summary>
/// Leaves SIGINT and SIGTERM to the program the simulator runs in: a gateway that drains its last calls still needs the
/// centre to answer them.
/// </summary>
internal sealed class OwnedByCaller : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
