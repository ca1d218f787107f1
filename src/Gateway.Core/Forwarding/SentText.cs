using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>
/// The text as the centre gets it: isi, where it happened, what could not be attached, the marker on the last line. A text over the limit
/// is cut where a sentence ends and says that the whole of it is attached. The same complaint gives the same text. Pure.
/// </summary>
public static class SentText
{
    private const string Continued = "(Teks lengkap terlampir: isi-lengkap.)";

    /// <summary>The whole text, whatever its length.</summary>
    /// <param name="masked">The complaint as it may travel.</param>
    /// <param name="codes">Codes of the destination; a place that has one is not written out.</param>
    /// <param name="leftOut">How many of its files cannot go along.</param>
    public static string Whole(Complaint masked, CodeTables codes, int leftOut) => masked.Isi + Tail(masked, Place(masked, codes), leftOut);

    /// <summary>The text that leaves: the whole, or as much as the centre takes when the whole is attached.</summary>
    /// <param name="masked">The complaint as it may travel.</param>
    /// <param name="destination">Whose limit counts.</param>
    /// <param name="files">The files that go along, and those that cannot.</param>
    public static string Of(Complaint masked, Destination destination, IReadOnlyList<SentFile> files)
    {
        var leftOut = LeftOut(files);
        var whole = Whole(masked, destination.Codes, leftOut);
        var limit = destination.ContentLimit;
        // Without its attachment a cut text would lose what the citizen said: then the centre decides.
        if (whole.Length <= limit || !files.Any(file => file is { Ordinal: SentFile.WholeText, Refusal: null })) return whole;
        var place = Place(masked, destination.Codes);
        if (place is not null) place = Cut(place, Math.Max(limit / 5, 40));
        var tail = $"\n\n{Continued}" + Tail(masked, place, leftOut);
        return Cut(masked.Isi, Math.Max(limit - tail.Length, 0)) + tail;
    }

    /// <summary>How many of the citizen's files cannot go along.</summary>
    public static int LeftOut(IReadOnlyList<SentFile> files) => files.Count(file => file.Refusal is not null && file.Ordinal != SentFile.WholeText);

    /// <summary>At most so many characters: up to the end of a sentence, else of a word, and never half a character.</summary>
    internal static string Cut(string text, int room)
    {
        if (text.Length <= room) return text;
        for (var end = room; end > room / 2; end--)
            if (EndsSentence(text, end)) return text[..end].TrimEnd();
        for (var end = room - 1; end > room / 2; end--)
            if (char.IsWhiteSpace(text[end])) return text[..end].TrimEnd() + "…";
        var hard = Math.Max(room - 1, 0);
        if (hard > 0 && char.IsHighSurrogate(text[hard - 1])) hard--;
        return hard == 0 ? "" : text[..hard] + "…";
    }

    // "Jl. Kartini" and "RT. 5" end nothing.
    private static bool EndsSentence(string text, int end) =>
        text[end - 1] == '\n'
        || (text[end - 1] is '.' or '!' or '?' && (end == text.Length || char.IsWhiteSpace(text[end])) && end >= 4 && char.IsLetterOrDigit(text[end - 4]) && char.IsLetterOrDigit(text[end - 3]));

    private static string Tail(Complaint masked, string? place, int leftOut) =>
        (place is null ? "" : $"\n\nLokasi: {place}")
        + (leftOut == 0 ? "" : $"\n\n({leftOut} berkas pelapor tidak dapat dilampirkan di sini dan tersimpan pada instansi penerima.)")
        + $"\n\n{TrackingNumber.Marker(masked.Number!)}";

    // A complaint about "the sign in front of the market" is worth nothing without its market.
    private static string? Place(Complaint masked, CodeTables codes)
    {
        var isTold = string.IsNullOrWhiteSpace(masked.Lokasi)
            || codes.Location?.ContainsKey(masked.Lokasi) == true
            || masked.Isi.Contains(masked.Lokasi, StringComparison.OrdinalIgnoreCase)
            || masked.Judul?.Contains(masked.Lokasi, StringComparison.OrdinalIgnoreCase) == true;
        return isTold ? null : masked.Lokasi;
    }
}
