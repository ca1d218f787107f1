using System.Text.RegularExpressions;
using Gateway.Contracts;
using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Reads the mail by which a website passes on a filled form: the complaint from its field, the reporter from the fields or Reply-To,
/// without labels, technical lines and footer. A letter in which a citizen labels his own lines stays a letter.
/// </summary>
internal static partial class FormNotice
{
    private const int MostLines = 2_000;

    /// <summary>The form; null when this is no notification of one.</summary>
    public static FilledForm? Read(MailHead head, string[] lines, IReadOnlyList<FormLine> fields)
    {
        var identity = fields.Select(field => field.Kind).Where(kind => kind is FormField.Name or FormField.Email or FormField.Phone or FormField.Nik or FormField.Address).Distinct().Count();
        var hasText = fields.Any(field => field.Kind == FormField.Text);
        var needed = identity + (hasText ? 1 : 0) + (fields.Any(field => field.Kind is FormField.Subject or FormField.Technical or FormField.Place) ? 1 : 0);
        if (identity == 0 || needed < 2 || !IsSentByASite(head, lines)) return null;
        return Filled(head, fields, hasText);
    }

    /// <summary>What a citizen says of himself in labelled lines of his own letter.</summary>
    public static Reporter Labelled(IReadOnlyList<FormLine> fields) =>
        new(Phone: Phone(fields), Nik: Nik(fields), Address: First(fields, FormField.Address));

    private static FilledForm Filled(MailHead head, IReadOnlyList<FormLine> fields, bool hasText)
    {
        var reply = head.ReplyTo;
        var from = First(fields, FormField.Name) ?? "";
        var inName = from.Contains('@', StringComparison.Ordinal) && MailboxAddress.TryParse(from, out var parsed) && parsed.Address.Contains('@', StringComparison.Ordinal) ? parsed : null;
        var address = Address().Match(First(fields, FormField.Email) ?? "") is { Success: true } found ? found.Value : inName?.Address ?? reply?.Address;
        var names = fields.Where(field => field.Kind == FormField.Name && !field.Value.Contains('@', StringComparison.Ordinal) && field.Value.Length is > 0 and < 100);
        var name = inName?.Name is { Length: > 0 } given ? given : CleanText.Line(string.Join(' ', names.Select(field => field.Value).Distinct())) ?? CleanText.Line(reply?.Name);
        var reporter = new Reporter(name, Phone(fields), address, Nik(fields), First(fields, FormField.Address));

        var texts = fields.Where(field => field.Kind == FormField.Text && field.Value.Length > 0).Select(field => field.Value);
        var others = fields.Where(field => field.Kind == FormField.Other && field.Value.Length > 0).Select(field => field.Label.Length > 0 ? $"{field.Label}: {field.Value}" : field.Value);
        var isi = CleanText.Tidy(string.Join("\n\n", texts.Concat([string.Join('\n', others)])).Split('\n'));
        return new FilledForm(isi, First(fields, FormField.Subject), reporter, First(fields, FormField.Place), First(fields, FormField.Category), hasText);
    }

    /// <summary>The labelled lines of a text, each with what belongs to it; empty for a text too long to be a form.</summary>
    public static List<FormLine> Fields(string[] lines)
    {
        var fields = new List<FormLine>();
        if (lines.Length > MostLines) return fields;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (lines[i] == "-- " || IsFooter(line) || (IsRule(line) && BeginsFooter(lines, i + 1))) break;
            if (FormLine.Parse(line) is { } field) fields.Add(field);
            else if (fields.Count > 0) Continue(fields, line.Trim());
        }

        return fields;
    }

    // A name or a number takes one line; what stands below it belongs to the complaint, or nobody would see it.
    private static void Continue(List<FormLine> fields, string line)
    {
        var last = fields[^1];
        if (last.TakesMore)
        {
            last.Append(line);
            return;
        }

        if (line.Length == 0) return;
        if (fields.FindLast(field => field.Kind == FormField.Text) is { } text) text.Append(line);
        else fields.Add(FormLine.Loose(line));
    }

    private static bool IsFooter(string line) => FooterWords.Begin(LineBegin.BehindSigns(line)) && Footer().IsMatch(line);

    private static readonly Beginnings FooterWords = new(
        "this e|this m|e-mail ini|email ini|surel ini|pesan ini|dikirim dari|sent from|you can|buat google|create your|jawaban ini|powered by|view|lihat|kelola|anda menerima");

    // "-----", "=====" and the like.
    private static bool IsRule(string line)
    {
        var signs = line.AsSpan().Trim();
        return signs.Length >= 3 && !signs.ContainsAnyExcept("-_=*");
    }

    private static bool BeginsFooter(string[] lines, int from) =>
        lines.Skip(from).Where(line => !string.IsNullOrWhiteSpace(line)).Take(3)
            .Any(line => IsFooter(line) || AfterRule().IsMatch(line) || FormLine.Parse(line) is { Kind: FormField.Technical });

    private static string? First(IReadOnlyList<FormLine> fields, FormField kind)
    {
        foreach (var field in fields)
            if (field.Kind == kind && CleanText.Line(field.Value) is { Length: <= 300 } value && value is not ("-" or "n/a")) return value;
        return null;
    }

    private static string? Phone(IReadOnlyList<FormLine> fields) => First(fields, FormField.Phone) is { } phone && phone.Count(char.IsAsciiDigit) is >= 8 and <= 15 ? phone : null;

    private static string? Nik(IReadOnlyList<FormLine> fields) =>
        First(fields, FormField.Nik) is { } nik && string.Concat(nik.Where(char.IsAsciiDigit)) is { Length: 16 } digits ? digits : null;

    private static bool IsSentByASite(MailHead head, string[] lines)
    {
        var sender = head.From?.Address ?? "";
        var reply = head.ReplyTo?.Address ?? sender;
        return head.IsFromMachine || Site().IsMatch(sender) || !reply.Equals(sender, StringComparison.OrdinalIgnoreCase)
            || lines.Any(line => line.Length < 300 && (IsFooter(line) || Opening().IsMatch(line)));
    }

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+)+", Words, 2000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:wordpress|wp|www-data|apache|nginx|web|webmaster|website|form|forms|formulir|kontak|contact|cms|joomla|drupal|no-?reply|forms-receipts-noreply)[\w.-]*@|@(?:[\w-]+\.)*(?:jotform|wufoo|typeform|formspree|google|123formbuilder|tally|formsubmit|elementor)\.", Words, 2000)]
    private static partial Regex Site();

    [GeneratedRegex(
        @"^\W{0,3}(?:this (?:e-?mail|message|mail) (?:was|is) sent (?:from|via|to)|e-?mail ini dikirim (?:dari|melalui|secara)|surel ini dikirim|pesan ini dikirim (?:dari|melalui|lewat)|dikirim dari https?|sent from (?:your|https?|the)|you can edit this submission|buat google formulir|create your own google form|jawaban ini dikirim|powered by|view (?:this )?(?:entry|submission)|lihat (?:jawaban|di dasbor)|kelola notifikasi|anda menerima e-?mail ini karena)",
        Words, 2000)]
    private static partial Regex Footer();

    [GeneratedRegex(@"^\s*(?:date|time|tanggal|waktu)\s*:", Words, 2000)]
    private static partial Regex AfterRule();

    [GeneratedRegex(@"^\W{0,3}(?:anda (?:mendapat|menerima|memiliki) pesan baru|ada (?:laporan|pengaduan|pesan|aduan) baru|jawaban baru (?:untuk|dari)|new (?:message|submission|entry|response) (?:from|for|received)|(?:laporan|pengaduan|aduan|pesan) baru (?:masuk|dari|telah)|you (?:have )?received a new (?:message|submission)|formulir .{0,60}telah diisi|message body|form submission|hasil (?:isian )?formulir)", Words, 2000)]
    private static partial Regex Opening();
}
