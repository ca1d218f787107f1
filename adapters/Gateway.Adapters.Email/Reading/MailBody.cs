using System.Text;
using Gateway.Contracts;
using MimeKit;
using MimeKit.Cryptography;
using MimeKit.Tnef;

namespace Gateway.Adapters.Email.Reading;

/// <summary>What a mail holds: its text as a person reads it, and every file that is not that text.</summary>
internal sealed class MailBody
{
    // Longer than a remark above what one passes on.
    private const int LongestRemark = 400;

    private readonly List<string> texts = [];
    private readonly List<Attachment> attachments = [];
    private int? attachedAt;

    /// <summary>Cleaned text, plain preferred over HTML; empty when there is none.</summary>
    public string Text => texts is [var only] ? only : string.Join("\n\n", texts);

    public IReadOnlyList<Attachment> Attachments => attachments;

    /// <summary>The first mail attached whole, as some programs forward; null when there is none.</summary>
    public MimeMessage? AttachedMail { get; private set; }

    /// <summary>A calendar entry came along, as meeting programs send it.</summary>
    public bool HasCalendar { get; private set; }

    /// <summary>The declared boundary never came; what could be read is here, but a person should look at it.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Its parts say that a machine reports on a mail sent before. Null when they do not.</summary>
    public Reason? Report { get; private init; }

    /// <summary>How the mail is sealed (<c>PGP</c>, <c>S/MIME</c>); null when it is not.</summary>
    public string? Sealed { get; private set; }

    /// <summary>
    /// When the mail only passes on the one attached to it: that one's words follow the remark, and its files stand in its place.
    /// Null when the mail speaks for itself.
    /// </summary>
    public MimeMessage? PassOn(bool isForward)
    {
        if (AttachedMail is not { } inner || attachedAt is not { } at) return null;
        var remark = Text;
        if (!isForward && (remark.Length > LongestRemark || Matter.Of(remark).HasTrouble)) return null;
        var passed = Of(inner);
        // A mail forwarded as an attachment of an attachment: the innermost is the citizen's.
        var source = passed.PassOn(isForward: true) ?? inner;
        if (string.IsNullOrWhiteSpace(passed.Text) && passed.Attachments.Count == 0) return null;
        texts.AddRange(passed.texts);
        attachments.RemoveAt(at);
        attachments.InsertRange(at, passed.attachments);
        IsBroken |= passed.IsBroken;
        Sealed ??= passed.Sealed;
        return source;
    }

    /// <summary>Reads a tree whose depth was checked before.</summary>
    public static MailBody Of(MimeMessage message)
    {
        var body = new MailBody { Report = AutomaticMail.Report(message.Body) };
        if (message.Body is { } root) body.Read(root);
        return body;
    }

    /// <summary>A mail that is nothing but one text.</summary>
    public static MailBody Of(string text, bool isFlowed)
    {
        var body = new MailBody();
        body.AddText(isFlowed ? Unflowed(text) : text);
        return body;
    }

    private void Read(MimeEntity entity)
    {
        switch (entity)
        {
            case MultipartAlternative alternative:
                ReadAlternative(alternative);
                break;
            case Multipart { Count: 0 } broken:
                ReadBroken(broken.Preamble ?? "");
                break;
            case MultipartSigned signed:
                // The rest is the signature of the transport, nobody's file.
                Read(signed[0]);
                break;
            case MultipartEncrypted:
                Sealed = "PGP";
                foreach (var part in (Multipart)entity) Read(part);
                break;
            case Multipart parts:
                foreach (var part in parts) Read(part);
                break;
            case MessagePart inner:
                AttachedMail ??= inner.Message;
                attachedAt ??= attachments.Count;
                attachments.Add(AttachedFile.OfMail(inner, attachments.Count + 1));
                break;
            case TnefPart tnef:
                ReadTnef(tnef);
                break;
            case MimePart part when ReadsAsText(part):
                AddText(Readable(part));
                break;
            case MimePart part:
                AddFile(part);
                break;
        }
    }

    // The declared boundary never came. The one that stands in the text is tried once; else the words are taken as they are.
    private void ReadBroken(string preamble)
    {
        var wasBroken = IsBroken;
        IsBroken = true;
        var boundary = preamble.TrimStart().Split('\n', 2)[0].Trim();
        var isBoundary = boundary.StartsWith("--", StringComparison.Ordinal) && boundary.Length is >= 4 and <= 74 && !boundary.Contains('"', StringComparison.Ordinal);
        if (wasBroken || !isBoundary)
        {
            AddText(preamble);
            return;
        }

        var mended = new MemoryStream(Encoding.UTF8.GetBytes($"Content-Type: multipart/mixed; boundary=\"{boundary[2..]}\"\n\n{preamble}"));
        if (MimeEntity.Load(mended) is Multipart { Count: > 0 } parts && parts.All(part => part is MimePart)) Read(parts);
        else AddText(preamble);
    }

    private void ReadAlternative(MultipartAlternative alternative)
    {
        var shown = alternative.FirstOrDefault(IsPlain) ?? alternative.LastOrDefault(HasText) ?? alternative.LastOrDefault();
        foreach (var part in alternative)
        {
            if (part == shown) Read(part);
            else ReadFilesOf(part);
        }
    }

    // The same words in another form are not read twice, but files beside them are kept.
    private void ReadFilesOf(MimeEntity entity)
    {
        if (entity is Multipart parts)
        {
            foreach (var part in parts) ReadFilesOf(part);
        }
        else if (entity is not MimePart part || !ReadsAsText(part))
        {
            Read(entity);
        }
    }

    // Old programs put files into the text itself.
    private string Unpacked(string text)
    {
        var (rest, files) = Uuencoded.Split(text);
        foreach (var (name, bytes) in files) attachments.Add(AttachedFile.Of(name, bytes, attachments.Count + 1));
        return rest;
    }

    // Outlook's own envelope (winmail.dat): what it holds is read as if it had been sent as MIME.
    private void ReadTnef(TnefPart tnef)
    {
        // The reader of these envelopes asks for code pages that .NET has only on request.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            var before = (texts.Count, attachments.Count);
            using var message = tnef.ConvertToMessage();
            if (message.Body is { } body && !IsTnef(body)) Read(body);
            if (before != (texts.Count, attachments.Count)) return;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException or NotSupportedException or IOException)
        {
            IsBroken = true; // Kept as it came; a person looks at it.
        }

        AddFile(tnef);
    }

    private static bool IsTnef(MimeEntity entity) => entity is TnefPart || (entity is Multipart parts && parts.Any(IsTnef));

    private void AddText(string text)
    {
        var clean = CleanText.Of(Unpacked(text));
        if (clean.Contains("-----BEGIN PGP MESSAGE-----", StringComparison.Ordinal)) Sealed = "PGP";
        if (!string.IsNullOrWhiteSpace(clean)) texts.Add(clean.Trim('\n'));
    }

    private void AddFile(MimePart part)
    {
        if (part is ApplicationPkcs7Mime) Sealed = "S/MIME";
        HasCalendar |= part.ContentType.IsMimeType("text", "calendar");
        attachments.Add(AttachedFile.Of(part, attachments.Count + 1));
    }

    private static bool IsPlain(MimeEntity entity) => entity switch
    {
        MimePart part => ReadsAsText(part) && !part.ContentType.IsMimeType("text", "html") && !string.IsNullOrWhiteSpace(DecodedText.Of(part)),
        Multipart parts => parts.Any(IsPlain),
        _ => false,
    };

    private static bool HasText(MimeEntity entity) => entity switch
    {
        MimePart part => ReadsAsText(part),
        Multipart parts => parts.Any(HasText),
        _ => false,
    };

    private static bool ReadsAsText(MimePart part) =>
        part.ContentType.MediaType.Equals("text", StringComparison.OrdinalIgnoreCase)
        && !part.ContentType.IsMimeType("text", "calendar")
        && !part.IsAttachment
        && string.IsNullOrEmpty(part.FileName);

    private static string Readable(MimePart part)
    {
        var text = DecodedText.Of(part);
        if (part.ContentType.IsMimeType("text", "html")) return HtmlText.Of(text);
        return part is TextPart { IsFlowed: true } ? Unflowed(text) : text;
    }

    // format=flowed ends a soft line with a space; "-- " is the exception the format itself makes (RFC 3676).
    private static string Unflowed(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var joined = new StringBuilder(text.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var isSoft = lines[i].EndsWith(' ') && lines[i] != "-- " && i + 1 < lines.Length && lines[i].StartsWith('>') == lines[i + 1].StartsWith('>');
            joined.Append(lines[i]).Append(isSoft && !lines[i].StartsWith('>') ? "" : "\n");
        }

        return joined.ToString();
    }
}
