using System.Text.RegularExpressions;

namespace Gateway.Adapters.Register;

/// <summary>Whether the office's own note says that the citizen already has an answer. "Belum selesai" says the contrary.</summary>
internal static partial class AnswerNote
{
    public static bool SaysAnswered(string? note) => note is not null && Answered().IsMatch(note) && !Denied().IsMatch(note);

    [GeneratedRegex(@"\b(selesai|tuntas|(sudah|telah|sdh)\s{1,8}(di\s?jawab|di\s?tanggapi|di\s?tindak\s?lanjuti|di\s?selesaikan|di\s?balas)|closed)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Answered();

    [GeneratedRegex(@"\b(belum|blm|tidak|tdk|akan|menunggu)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Denied();
}
