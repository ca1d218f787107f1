using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>The senders of a chat as a person sees them, each made once: a chat has few senders and many messages.</summary>
internal sealed class ShownSenders
{
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _shown =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What was a sender once is one again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryFind(ReadOnlySpan<char> raw, [NotNullWhen(true)] out string? shown) => _shown.TryGetValue(raw, out shown);

    /// <summary>A sender not seen before.</summary>
    public string Add(ReadOnlySpan<char> raw)
    {
        var shown = MessageBody.Shown(raw);
        if (_shown.Dictionary.Count < Surveyor.MostSenders) _shown[raw] = shown;
        return shown;
    }
}
