using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Core.Intake;

/// <summary>
/// How long the words of a complaint may be. Masking and the gates read every one of them, so that a text of 18 MB stopped all others for
/// half a minute. A longer one is quarantined with its bytes: nobody's words are cut.
/// </summary>
public static class TextLimit
{
    /// <summary>Most characters of one field: forty full pages, and twice what a cell of a workbook holds.</summary>
    public const int Characters = 1 << 16;

    /// <summary>The reason that stops a translation; null when all of it may be read.</summary>
    internal static Reason? Exceeded(Translation translation)
    {
        var longest = translation.Complaints
            .SelectMany(complaint => new[] { complaint.Isi, complaint.Judul, complaint.Lokasi, complaint.InstansiTujuan, complaint.Kategori })
            .Max(text => text?.Length) ?? 0;
        return longest > Characters ? new Reason("too-long", $"{longest}") : null;
    }
}
