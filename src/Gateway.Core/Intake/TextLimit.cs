using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Core.Intake;

/// <summary>
/// How long the words of a complaint may be. Masking and the gates read every one of them, so that a text of 18 MB stopped all others for
/// half a minute. A longer one is quarantined with its bytes, and words that would make a held one longer are a complaint beside it: nobody's words
/// are cut.
/// </summary>
public static class TextLimit
{
    /// <summary>Most characters of one field: forty full pages, and twice what a cell of a workbook holds.</summary>
    public const int Characters = 1 << 16;

    /// <summary>The reason that stops a translation; null when all of it may be read.</summary>
    internal static Reason? Exceeded(Translation translation) => Reason(translation.Complaints.Select(Longest).DefaultIfEmpty().Max());

    /// <summary>The reason that stops words that go to a complaint by themselves; null when they may.</summary>
    internal static Reason? Exceeded(string words) => Reason(words.Length);

    /// <summary>True when a field of the complaint is longer than one may be.</summary>
    internal static bool IsExceededBy(Complaint complaint) => Longest(complaint) > Characters;

    private static Reason? Reason(int longest) => longest > Characters ? new Reason("too-long", $"{longest}") : null;

    private static int Longest(Complaint complaint) =>
        new[] { complaint.Isi, complaint.Judul, complaint.Lokasi, complaint.InstansiTujuan, complaint.Kategori }.Max(text => text?.Length) ?? 0;
}
