using System.Collections.Concurrent;

namespace Gateway.Simulator.Calls;

/// <summary>How many calls of each kind arrived whole, whatever they were answered.</summary>
internal sealed class CallTally(ChangeSignal changed)
{
    private readonly ConcurrentDictionary<CentralCall, int> counts = new();

    public int Of(CentralCall call) => call == CentralCall.Any ? counts.Values.Sum() : counts.GetValueOrDefault(call);

    public void Count(CentralCall call)
    {
        counts.AddOrUpdate(call, 1, (_, before) => before + 1);
        changed.Raise();
    }
}
