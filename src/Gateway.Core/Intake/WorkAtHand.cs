namespace Gateway.Core.Intake;

/// <summary>Ids of what this process is working on now, which recovery must leave alone.</summary>
internal sealed class WorkAtHand
{
    private readonly HashSet<string> ids = [];

    /// <returns>False when it was begun already.</returns>
    public bool Begin(string id)
    {
        lock (ids) return ids.Add(id);
    }

    public void End(string id)
    {
        lock (ids) ids.Remove(id);
    }

    public bool Has(string id)
    {
        lock (ids) return ids.Contains(id);
    }
}
