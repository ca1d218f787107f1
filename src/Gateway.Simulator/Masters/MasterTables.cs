namespace Gateway.Simulator.Masters;

/// <summary>The lists as this centre tells them at the moment. They change as they do at a real one: institutions are closed and founded.</summary>
internal sealed class MasterTables
{
    private readonly Lock gate = new();
    private List<MasterRow> institutions = [.. Masters.Institutions.All];

    public IReadOnlyList<MasterRow> Institutions
    {
        get
        {
            lock (gate)
                return institutions;
        }
    }

    /// <summary>Closes some and founds others; one that is founded under a known id gets the new name.</summary>
    public void Change(IReadOnlyCollection<long> closed, IReadOnlyCollection<MasterRow> founded)
    {
        lock (gate)
            institutions = [.. institutions.Where(row => !closed.Contains(row.Id) && founded.All(other => other.Id != row.Id)).Concat(founded).OrderBy(row => row.Id)];
    }
}
