using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Recognises lines WhatsApp wrote itself, in Indonesian and English. iOS credits them to a member and some hold a colon, so the
/// text decides, not the sender. Words a citizen might write too (<c>Budi keluar</c>) need a second sign.
/// </summary>
internal static partial class SystemLines
{
    private const int Longest = 500;
    private const int LongestAct = 200;

    private static readonly string[] Openings =
    [
        "Pesan dan panggilan terenkripsi", "Pesan dan telepon terenkripsi", "Pesan dan panggilan dienkripsi",
        "Pesan ke grup ini", "Pesan ke chat ini dan panggilan", "Pesan yang Anda kirim ke grup ini", "Pesan yang Anda kirim ke chat ini",
        "Pesan sementara dimatikan", "Pesan sementara dinyalakan", "Timer pesan sementara", "Anda menggunakan timer",
        "Bisnis ini menggunakan layanan", "Bisnis ini kini menggunakan", "Bisnis ini bekerja", "Chat ini menggunakan layanan yang aman dari Meta",
        "Kode keamanan Anda dengan", "Kode keamanan dengan",
        "Messages and calls are end-to-end encrypted", "Messages to this chat and calls", "Messages to this group are",
        "Messages you send to this", "Disappearing messages were turned", "You use a default timer", "Default disappearing messages",
        "This business uses a secure service", "This business is now using", "This business works with", "This chat is with a business account",
        "This chat uses a secure service from Meta", "Your security code with",
    ];

    // Most messages hold none of these, which is found out faster than by the patterns below.
    private static readonly SearchValues<string> Triggers = SearchValues.Create(
        [
            " grup", " group", "komunitas", "community", "tautan undangan", "link undangan", "invite link", "menyematkan pesan",
            "pinned a message", "menjadi kontak", "a contact", " changed the ", " changed this ", "mengubah nomor", "mengganti nomor", "beralih ke nomor", "phone number", "new number",
            "pesan sementara", "disappearing messages", "timer pesan", "message timer", "default timer", "an admin", "menjadi admin",
            "panggilan", "telepon suara", "telepon video", "voice call", "video call", "end-to-end", "Pesan ke ", "Messages ", "Meta ",
            "Kode keamanan", "security code", "bisnis ini", "This business", "This chat",
        ],
        StringComparison.OrdinalIgnoreCase);

    // What people, groups and telephones have or are in every line below that WhatsApp wrote of somebody's doing; written small, as there.
    private static readonly SearchValues<string> ActNouns = SearchValues.Create(
        ["grup", "group", "omunit", "undangan", "subje", "deskripsi", "pesan", "message", "nomor", "number", "ontac", "ontak", "admin", "timer", " link"],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> GroupWords = SearchValues.Create(
        ["grup", "group", "menambahkan", " added ", "You were added", " keluar", " left", "mengeluarkan", "removed", "undangan", "invite link"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the words before the first colon already are a system line, so that they are no sender.</summary>
    public static bool BeginsAsSystem(ReadOnlySpan<char> beforeColon) =>
        beforeColon.Length > 120
        || (beforeColon.ContainsAny(Triggers) && (Opens(Invisible.Clean(beforeColon), out var clean) || Act().IsMatch(clean)));

    /// <summary>Whether a text credited to a sender was written by WhatsApp.</summary>
    /// <param name="raw">The text with its invisible marks; iOS begins its own lines with one.</param>
    /// <param name="sender">Whom the export credits it to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsSystem(ReadOnlySpan<char> raw, ReadOnlySpan<char> sender)
    {
        if (raw.Length is 0 or > Longest || (Invisible.IsClean(raw) && !MayBe(raw, sender))) return false;
        if (raw.ContainsAny(Triggers))
        {
            if (Opens(Invisible.Clean(raw), out var text)) return true;
            if (text.Length <= LongestAct && !text.Contains('\n', StringComparison.Ordinal) && (Act().IsMatch(text) || Call().IsMatch(text))) return true;
        }

        return HasSecondSign(raw, sender) && Membership().IsMatch(Invisible.Clean(raw).Trim());
    }

    /// <summary>Whether a system line speaks of a group.</summary>
    public static bool TellsOfGroup(ReadOnlySpan<char> text) => text.ContainsAny(GroupWords);

    /// <summary>False for most of what people write, told by its beginning and a few words.</summary>
    /// <param name="raw">A text without invisible marks.</param>
    /// <param name="sender">Whom the export credits it to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool MayBe(ReadOnlySpan<char> raw, ReadOnlySpan<char> sender)
    {
        var text = raw.Trim();
        return text.Length > 0 && (MayOpen(text) || HasSecondSign(raw, sender) || (text.Length <= LongestAct && !text.Contains('\n') && text.ContainsAny(ActNouns)));
    }

    // "Pesan ke grup ini", "Anda menggunakan timer", "Panggilan suara": how those begin that are told by their beginning.
    private static bool MayOpen(ReadOnlySpan<char> text) =>
        text.Length >= 3 && (Small(text[0]), Small(text[1]), Small(text[2])) is
            ('p', 'e', 's') or ('t', 'i', 'm') or ('a', 'n', 'd') or ('b', 'i', 's') or ('c', 'h', 'a') or ('k', 'o', 'd') or ('m', 'e', 's') or ('d', 'i', 's')
            or ('y', 'o', 'u') or ('d', 'e', 'f') or ('t', 'h', 'i') or ('p', 'a', 'n') or ('t', 'e', 'l') or ('m', 'i', 's') or ('g', 'r', 'o') or ('v', 'o', 'i')
            or ('v', 'i', 'd');

    private static char Small(char letter) => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;

    private static bool HasSecondSign(ReadOnlySpan<char> raw, ReadOnlySpan<char> sender) =>
        raw[0] == Invisible.LeftToRight
        || raw.StartsWith("Anda ", StringComparison.Ordinal)
        || raw.StartsWith("You ", StringComparison.Ordinal)
        || raw.StartsWith(sender, StringComparison.Ordinal);

    private static bool Opens(string text, out string trimmed)
    {
        trimmed = text.Trim();
        foreach (var opening in Openings)
        {
            if (trimmed.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    [GeneratedRegex(
        """
        ^.{1,80}?\ (telah\ )?(
          membuat\ (grup|komunitas)\b.*
        | (mengubah|mengganti|menghapus)\ (subjek|nama|ikon|deskripsi|foto|setelan|pengaturan)\ grup.*
        | mengubah\ (subjek|deskripsi)\ (dari|menjadi).*
        | bergabung\ (menggunakan|melalui|dengan|lewat)\ (tautan|link)\ undangan.*
        | bergabung\ (dari|melalui)\ komunitas.*
        | menyematkan\ pesan.*
        | (mengubah|mengganti|beralih\ ke)\ nomor(\ telepon(nya)?|nya)?(\ baru|\.|\ ke\ nomor\ baru).*
        | (kini|sekarang)\ menjadi\ (kontak|admin).*
        | (mengaktifkan|menonaktifkan|menyalakan|mematikan|memperbarui|mengubah)\ (timer\ )?pesan\ sementara.*
        | memperbarui\ timer\ pesan.*
        | created\ (this\ )?(group|community)\b.*
        | (changed|deleted)\ (the|this)\ (subject|group|group's|group’s)\b.*
        | joined\ using\ .*(invite|invitation)\ link.*
        | joined\ (from\ the|via\ the)\ community.*
        | pinned\ a\ message.*
        | changed\ (their\ phone\ number|to\ a\ new\ number).*
        | (is|are)\ now\ (an\ admin|a\ contact).*
        | is\ a\ contact\.?
        | turned\ (on|off)\ disappearing\ messages.*
        | updated\ the\ message\ timer.*
        )$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 2000)]
    private static partial Regex Act();

    [GeneratedRegex(
        @"^.{1,80}? (telah )?(menambahkan .+|mengeluarkan .+|keluar|ditambahkan|dikeluarkan|added .+|removed .+|left|was added|were added|was removed|were removed)\.?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Membership();

    [GeneratedRegex(
        @"^((Panggilan|Telepon) (suara|video)( grup)?( (tak|tidak) terjawab| tidak dijawab)?|(Missed )?(group )?(voice|video) call)"
        + @"((, | \()?(\d+ ?(dtk|detik|mnt|menit|jam|secs?|mins?|hrs?|hours?)\b.*|Tidak dijawab|Tak terjawab|Tidak terjawab|No answer|Ketuk untuk .+|Tap to .+)\)?|\. (Ketuk untuk|Tap to) .+)?\.?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Call();
}
