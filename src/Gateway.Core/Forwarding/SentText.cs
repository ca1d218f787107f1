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
        if (!IsCut(masked, destination, files)) return Whole(masked, destination.Codes, LeftOut(files));
        var tail = TailOfCut(masked, destination, files);
        return Cut(masked.Isi, RoomFor(tail, destination)) + tail;
    }

    /// <summary>How many characters of isi the centre reads; the rest stands in the attachment. Null when nothing is cut.</summary>
    /// <param name="masked">The complaint as it may travel.</param>
    /// <param name="destination">Whose limit counts.</param>
    /// <param name="files">The files that go along, and those that cannot.</param>
    public static int? EndOfIsi(Complaint masked, Destination destination, IReadOnlyList<SentFile> files)
    {
        if (!IsCut(masked, destination, files)) return null;
        var end = EndOf(masked.Isi, RoomFor(TailOfCut(masked, destination, files), destination)).Length;
        return end < masked.Isi.Length ? end : null;
    }

    /// <summary>How many of the citizen's files cannot go along.</summary>
    public static int LeftOut(IReadOnlyList<SentFile> files) => files.Count(file => file.Refusal is not null && file.Ordinal != SentFile.WholeText);

    /// <summary>At most so many characters: up to the end of a sentence, else of a word, and never half a character.</summary>
    internal static string Cut(string text, int room)
    {
        var (length, isMidSentence) = EndOf(text, room);
        return text[..length] + (isMidSentence && length > 0 ? "…" : "");
    }

    private static (int Length, bool IsMidSentence) EndOf(string text, int room)
    {
        if (text.Length <= room) return (text.Length, false);
        // Half a sentence can say the opposite of the whole; only a sentence of most of the room is cut at a word.
        for (var end = room; end > room / 4; end--)
            if (EndsSentence(text, end)) return (text.AsSpan(0, end).TrimEnd().Length, false);
        for (var end = room - 1; end > room / 2; end--)
            if (char.IsWhiteSpace(text[end])) return (text.AsSpan(0, end).TrimEnd().Length, true);
        var hard = Math.Max(room - 1, 0);
        if (hard > 0 && char.IsHighSurrogate(text[hard - 1])) hard--;
        return (hard, true);
    }

    private static bool EndsSentence(string text, int end) =>
        text[end - 1] == '\n'
        || (text[end - 1] is '.' or '!' or '?' && (end == text.Length || char.IsWhiteSpace(text[end])) && (IsBehindAWord(text, end) || IsBehindAFigure(text, end)));

    // "Jl. Kartini" and "RT. 5" end nothing.
    private static bool IsBehindAWord(string text, int end) => end >= 4 && char.IsLetterOrDigit(text[end - 4]) && char.IsLetterOrDigit(text[end - 3]);

    // "nomor 7. Lampu mati" ends; "7. Lampu mati" at the head of a line counts it.
    private static bool IsBehindAFigure(string text, int end)
    {
        var first = end - 1;
        while (first > 0 && char.IsAsciiDigit(text[first - 1])) first--;
        if (first == end - 1 || text.AsSpan(0, first).TrimEnd(' ') is [] or [.., '\n']) return false;
        return text.AsSpan(end).TrimStart() is [] or [>= 'A' and <= 'Z', ..];
    }

    // Without its attachment a cut text would lose what the citizen said: then the centre decides.
    private static bool IsCut(Complaint masked, Destination destination, IReadOnlyList<SentFile> files) =>
        Whole(masked, destination.Codes, LeftOut(files)).Length > destination.ContentLimit && files.Any(file => file is { Ordinal: SentFile.WholeText, Refusal: null });

    private static int RoomFor(string tail, Destination destination) => Math.Max(destination.ContentLimit - tail.Length, 0);

    private static string TailOfCut(Complaint masked, Destination destination, IReadOnlyList<SentFile> files)
    {
        var place = Place(masked, destination.Codes);
        if (place is not null) place = Cut(place, Math.Max(destination.ContentLimit / 5, 40));
        return $"\n\n{Continued}" + Tail(masked, place, LeftOut(files));
    }

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
