using Gateway.Adapters.WhatsApp.Parsing;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>Normalises each sender of a chat once; a chat has few senders and many messages.</summary>
internal sealed class SenderKeys
{
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    public string Of(string? sender)
    {
        if (sender is null) return "";
        if (_keys.TryGetValue(sender, out var key)) return key;
        key = SenderName.Normalised(sender);
        if (_keys.Count < Surveyor.MostSenders) _keys[sender] = key;
        return key;
    }
}
