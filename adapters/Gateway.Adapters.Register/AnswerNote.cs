using System.Text.RegularExpressions;
using Gateway.Contracts.Fields;

namespace Gateway.Adapters.Register;

/// <summary>
/// Whether the office's own note says that the citizen already has an answer. "Belum selesai" says the contrary, "proses" says nothing
/// yet. A note that says both is taken for an answer, since that only holds the complaint for a person.
/// </summary>
internal static partial class AnswerNote
{
    private const int Longest = 2_000;
    private const int FewWords = 3;

    // Their cells hold the answer itself.
    private static readonly HashSet<string> AnswerItself = ["jawaban", "tanggapan", "balasan", "respon"];

    // A tick below one of these says so.
    private static readonly HashSet<string> Ticked = ["selesai", "sudahdijawab", "penyelesaian"];

    /// <param name="heading">What the column is called.</param>
    /// <param name="note">Its cell.</param>
    public static bool SaysAnswered(string heading, string? note)
    {
        if (WrittenWords.Line(note) is not { Length: <= Longest } words) return false;
        if (Tick().IsMatch(words)) return true;
        var name = FieldNames.Fold(heading);
        if (Ticked.Contains(name) && Yes().IsMatch(words)) return true;
        var clauses = Clauses().Split(words);
        if (clauses.Any(clause => Answered().IsMatch(clause) && !Denied().IsMatch(clause))) return true;
        return AnswerItself.Contains(name) && words.Split(' ').Length >= FewWords && !clauses.Any(clause => Denied().IsMatch(clause));
    }

    [GeneratedRegex(@"^(?:ok(?:e|ey)?|sudah|sdh|√|✓|✔|☑|done|100 ?%)[.!]?$", Words, 2000)]
    private static partial Regex Tick();

    [GeneratedRegex(@"^(?:ya|y|v|x|1|true)[.!]?$", Words, 2000)]
    private static partial Regex Yes();

    [GeneratedRegex(@"[,;\n]|\. |\b(?:tetapi|tapi|namun|sedangkan)\b", Words, 2000)]
    private static partial Regex Clauses();

    [GeneratedRegex(@"\b(selesai|terselesaikan|tuntas|rampung|beres|closed?|clear|(sudah|telah|sdh|tlh)\s{1,8}(kami\s|di\s?kami\s)?(di\s?)?(jawab|tanggapi|tindak\s?lanjuti?|tindaki|selesaikan|balas|perbaiki|kerjakan|tangani|atasi|respon|normal|berfungsi|menyala|laksanakan)|di\s?tindak\s?lanjuti\s{1,8}(tgl|tanggal|pada|dengan|oleh|[0-9])\S{0,20})\b", Words, 2000)]
    private static partial Regex Answered();

    [GeneratedRegex(@"\b(belum|blm|blum|tidak|tdk|tak|akan|menunggu|segera|proses|diproses|sedang|dalam|masih|sebagian|target|rencana|direncanakan|mohon|harap|perlu|usul|diusulkan|agar|minta|supaya|menyusul)\b|\?", Words, 2000)]
    private static partial Regex Denied();

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
