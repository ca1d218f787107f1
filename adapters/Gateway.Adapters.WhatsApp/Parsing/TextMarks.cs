using System.Buffers;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>Marks in a message's words: that it was edited, and that it was taken back.</summary>
internal static partial class TextMarks
{
    private static readonly SearchValues<string> EditTriggers = SearchValues.Create(["diedit>", "edited>"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> DeleteTriggers = SearchValues.Create(["hapus", "deleted"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The raw text without a final <c>&lt;Pesan ini telah diedit&gt;</c>.</summary>
    public static string WithoutEdit(string raw)
    {
        if (!raw.AsSpan().ContainsAny(EditTriggers)) return raw;
        var match = Edited().Match(raw);
        return match.Success ? Invisible.TrimEnd(raw[..match.Index]) : raw;
    }

    public static bool IsDeleted(string text) => text.Length < 120 && text.AsSpan().ContainsAny(DeleteTriggers) && Deleted().IsMatch(text);

    [GeneratedRegex(@"<(Pesan ini (telah )?diedit|This message was edited)>[\s\u200E\u200F]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Edited();

    [GeneratedRegex(
        @"^\s*(Pesan (ini )?(telah )?dihapus( oleh admin.*)?|Anda (telah )?menghapus pesan ini|This message was deleted( by admin.*)?|You deleted this message)\.?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Deleted();
}
