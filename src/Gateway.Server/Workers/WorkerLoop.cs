using Gateway.Core;

namespace Gateway.Server.Workers;

/// <summary>
/// Runs the steps of one worker until the service stops. A step says how long to rest; a step that fails is logged, and the rest grows
/// from one second to thirty, so that a broken part neither spins nor dies.
/// </summary>
internal sealed class WorkerLoop(string name, Func<CancellationToken, Task<TimeSpan>> step, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public async Task RunAsync(CancellationToken ct)
    {
        var failures = 0;
        while (!ct.IsCancellationRequested)
        {
            TimeSpan rest;
            try
            {
                rest = await step(ct);
                if (failures > 0) log.LogInformation("Worker {Worker} works again", name);
                failures = 0;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The edge of a worker: whatever fails, the others go on and this one tries again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failures++;
                rest = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures - 1), LongestPause.TotalSeconds));
                log.LogError("Worker {Worker} failed: {Fault}. Next try in {Rest}", name, LoggedFault.Of(exception), rest);
            }

            try
            {
                if (rest > TimeSpan.Zero) await Task.Delay(rest, time, ct);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
