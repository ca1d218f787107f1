using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>Splits what follows a header into sender and text. No sender means WhatsApp itself wrote the line.</summary>
internal readonly ref struct MessageBody
{
    private MessageBody(ReadOnlySpan<char> sender, ReadOnlySpan<char> text, string? known = null)
    {
        Known = known;
        Sender = sender;
        Text = text;
    }

    /// <summary>Raw sender; empty for a system line.</summary>
    public ReadOnlySpan<char> Sender { get; }

    /// <summary>The sender as a person sees it, when it was seen before.</summary>
    public string? Known { get; }

    /// <summary>Raw text of the first line.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <param name="body">What follows the header.</param>
    /// <param name="known">Senders seen before; null when nobody keeps them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static MessageBody Split(ReadOnlySpan<char> body, ShownSenders? known = null)
    {
        var colon = body.IndexOf(": ");
        if (colon < 0)
        {
            var end = body.TrimEnd();
            if (end.Length < 2 || end[^1] != ':') return new MessageBody([], body);
            colon = end.Length - 1;
        }

        var sender = body[..colon];
        string? shown = null;
        if (known?.TryFind(sender, out shown) != true && (IsBlank(sender) || SystemLines.BeginsAsSystem(sender))) return new MessageBody([], body);
        var start = Math.Min(colon + 2, body.Length);
        return new MessageBody(sender, body[start..], shown);
    }

    /// <summary>The sender as a person sees it: plain spaces, plain hyphens, no marks.</summary>
    public static string Shown(ReadOnlySpan<char> sender) => Invisible.Clean(sender).Replace('\u2011', '-').Trim();

    private static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!Invisible.IsMark(c) && !char.IsWhiteSpace(c)) return false;
        }

        return true;
    }
}
