using System.Collections.Concurrent;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>Collects a few telling first lines of each sender while an export is looked through.</summary>
/// <param name="mostSenders">Senders that are told apart; whoever comes later is left out.</param>
internal sealed class TellingLines(int mostSenders)
{
    /// <summary>Lines kept of one sender.</summary>
    public const int PerSender = 4;

    private readonly Dictionary<string, List<(HeaderCandidate Header, string Line)>> _lines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _full = new(StringComparer.Ordinal);

    /// <summary>Nothing more is wanted of a sender. May be asked from any thread: what it denies may be true by then.</summary>
    public bool IsFull(ReadOnlySpan<char> sender) => _full.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(sender);

    public void Add(HeaderCandidate header, ReadOnlySpan<char> sender, ReadOnlySpan<char> text)
    {
        if (Of(sender) is { } lines && lines.Count < PerSender && TellingLine.Of(text) is { } line) lines.Add((header, line));
    }

    /// <summary>Adds what was collected of the lines that follow.</summary>
    public void Add(TellingLines later)
    {
        foreach (var (sender, more) in later._lines)
        {
            if (Of(sender) is not { } lines) continue;
            lines.AddRange(more.Take(PerSender - lines.Count));
            if (lines.Count == PerSender) _full[sender] = true;
        }
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

    // Null for one too many.
    private List<(HeaderCandidate Header, string Line)>? Of(ReadOnlySpan<char> sender)
    {
        var known = _lines.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(sender, out var lines) && _lines.Count < mostSenders) known[sender] = lines = [];
        return lines;
    }
}
