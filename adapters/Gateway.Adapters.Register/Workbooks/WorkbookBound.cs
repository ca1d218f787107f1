namespace Gateway.Adapters.Register.Workbooks;

/// <summary>
/// How much of one kind a workbook may hold in all its parts. A part is read several times; what was counted of it once is not counted
/// again, so that it breaks off at the same place each time.
/// </summary>
internal sealed class WorkbookBound(long most)
{
    private readonly Dictionary<string, long> _byPart = new(StringComparer.OrdinalIgnoreCase);
    private long _all;

    /// <summary>Tells that so much of a part was read.</summary>
    /// <exception cref="WorkbookFaultException">All parts together hold more than any register.</exception>
    public void Reach(string part, long count)
    {
        var more = count - _byPart.GetValueOrDefault(part);
        if (more <= 0) return;
        if (_all + more > most) throw new WorkbookFaultException("workbook-too-large");
        _byPart[part] = count;
        _all += more;
    }
}
