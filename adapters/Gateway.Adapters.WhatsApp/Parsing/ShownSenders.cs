namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>The senders of a chat as a person sees them, each made once: a chat has few senders and many messages.</summary>
internal sealed class ShownSenders
{
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);

    public string Of(ReadOnlySpan<char> raw)
    {
        var lookup = _shown.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(raw, out var shown)) return shown;
        shown = MessageBody.Shown(raw);
        if (_shown.Count < Surveyor.MostSenders) lookup[raw] = shown;
        return shown;
    }
}
