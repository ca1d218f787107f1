namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Finds the shape of an export from its first header-like lines. An export begins with a header, so the shape of the first line
/// wins as soon as it is seen twice, however long a chat somebody pasted into a message.
/// </summary>
internal sealed class ShapeVotes
{
    /// <summary>Header-like lines that are looked at.</summary>
    public const int Enough = 2000;

    private readonly Dictionary<HeaderShape, int> _votes = [];
    private HeaderShape? _first;

    public int Count { get; private set; }

    public void Add(HeaderShape shape, bool isFirstLine)
    {
        if (isFirstLine) _first = shape;
        _votes[shape] = _votes.GetValueOrDefault(shape) + 1;
        Count++;
    }

    /// <summary>The shape with its share of the votes; null when no line looked like a header.</summary>
    public (HeaderShape Shape, double Certainty)? Winner()
    {
        if (Count == 0) return null;
        var best = _votes.MaxBy(vote => vote.Value);
        if (_first is { } first && (_votes[first] > 1 || best.Value <= 3)) best = new(first, _votes[first]);
        return (best.Key, (double)best.Value / Count);
    }
}
