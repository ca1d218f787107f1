namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>Collects a few telling first lines of each sender while an export is looked through.</summary>
internal sealed class TellingLines
{
    /// <summary>Lines kept of one sender.</summary>
    public const int PerSender = 4;

    private readonly Dictionary<string, List<(HeaderCandidate Header, string Line)>> _lines = new(StringComparer.Ordinal);

    public void Add(HeaderCandidate header, ReadOnlySpan<char> sender, ReadOnlySpan<char> text)
    {
        var known = _lines.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(sender, out var lines))
        {
            if (_lines.Count >= Surveyor.MostSenders) return;
            known[sender] = lines = [];
        }

        if (lines.Count < PerSender && TellingLine.Of(text) is { } line) lines.Add((header, line));
    }

    /// <summary>Shown sender to its lines with their moments.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<(DateTime At, string Line)>> Under(DateOrder order)
    {
        var shown = new Dictionary<string, IReadOnlyList<(DateTime, string)>>(StringComparer.Ordinal);
        foreach (var (sender, lines) in _lines)
        {
            var dated = new List<(DateTime, string)>();
            foreach (var (header, line) in lines)
            {
                if (header.TryAt(order, out var at)) dated.Add((at, line));
            }

            shown[MessageBody.Shown(sender)] = dated;
        }

        return shown;
    }
}
