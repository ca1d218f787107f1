namespace Gateway.Simulator.Faults;

/// <summary>
/// The faults in the order they were added, each with the calls it has counted. Of several that are due, the first plays; the
/// others still count the call.
/// </summary>
internal sealed class FaultScript
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];

    /// <summary>Every fault with the number of calls it has counted so far.</summary>
    public IReadOnlyList<(SimulatorFault Fault, int Seen)> Listing
    {
        get
        {
            lock (gate)
                return entries.ConvertAll(entry => (entry.Fault, entry.Seen));
        }
    }

    public void Add(IEnumerable<SimulatorFault> faults)
    {
        lock (gate)
            entries.AddRange(faults.Select(fault => new Entry(fault)));
    }

    public void Clear()
    {
        lock (gate)
            entries.Clear();
    }

    /// <summary>Counts one call and says which fault it meets; null = none.</summary>
    public SimulatorFault? Next(CentralCall call)
    {
        lock (gate)
            return entries.FindAll(entry => entry.Meets(call)).Find(entry => entry.IsDue)?.Fault;
    }

    private sealed class Entry(SimulatorFault fault)
    {
        public SimulatorFault Fault => fault;

        public int Seen { get; private set; }

        public bool IsDue => Seen >= fault.Nth && (fault.Times == 0 || Seen - fault.Nth < fault.Times);

        public bool Meets(CentralCall call)
        {
            if (fault.Call != CentralCall.Any && fault.Call != call)
                return false;
            Seen++;
            return true;
        }
    }
}
