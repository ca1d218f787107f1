using System.Buffers;
using System.Security.Cryptography;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// The translations a mail can become, with their source keys. A key holds what the sender sent, never the road it took: mailbox,
/// UID and Received lines leave it alone, so the same mail in two mailboxes is one item.
/// </summary>
internal static class Outcomes
{
    private const string Item = "1";

    public static Translation Complaint(RawItem raw, Mail mail, List<Reason> doubts)
    {
        var complaint = Draft(raw, mail);
        var asksSecrecy = doubts.Exists(doubt => doubt.Code == Doubts.SecretAsked);
        if (asksSecrecy)
        {
            var derived = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["rahasia"] = Doubts.SecretAsked };
            complaint = complaint with { Rahasia = true, Derived = derived };
        }

        Complaint[] complaints = [complaint];
        var content = ContentDigest.Of(complaints);
        return new Translation
        {
            Item = Item,
            KeyParts = ["mail", mail.Id, content],
            Outcome = ItemOutcome.Complaint,
            Reasons = doubts,
            Complaints = complaints,
            Reporter = ReporterOf(mail),
            Received = raw.Received is null ? mail.Written : null,
            Content = content,
            ThreadId = mail.ThreadId,
            ThreadOf = mail.ThreadOf,
        };
    }

    public static Translation Ignored(RawItem raw, Mail mail, Reason reason)
    {
        var content = ContentDigest.Of([Draft(raw, mail)]);
        return new Translation
        {
            Item = Item,
            KeyParts = ["mail", mail.Id, content],
            Outcome = ItemOutcome.Ignored,
            Reasons = [reason],
            Reporter = ReporterOf(mail),
            Received = raw.Received is null ? mail.Written : null,
            Content = content,
            ThreadId = mail.ThreadId,
            ThreadOf = mail.ThreadOf,
        };
    }

    /// <param name="raw">The item.</param>
    /// <param name="message">As far as it was read; null when the bytes are no mail.</param>
    /// <param name="reason">What is wrong with it.</param>
    public static Translation Quarantined(RawItem raw, MimeMessage? message, Reason reason) => new()
    {
        Item = Item,
        KeyParts = ["mail", CleanText.Line(message?.MessageId) ?? "", DigestOf(raw, message)],
        Outcome = ItemOutcome.Quarantined,
        Reasons = [reason],
        Received = raw.Received is null && message is not null ? MailDate.Of(message.Headers) : null,
    };

    private static Complaint Draft(RawItem raw, Mail mail) => new()
    {
        Judul = mail.Subject.Judul,
        // A photo with a subject and no words: the subject is what the citizen says.
        Isi = mail.Own.Length > 0 ? mail.Own : mail.Subject.Judul ?? "(Tanpa teks, lihat lampiran.)",
        Lokasi = mail.Lokasi,
        Kategori = mail.Kategori,
        Anonim = true,
        Lampiran = mail.Attachments,
        Written = raw.Received is { } received && mail.Written > received.AddHours(26) ? null : mail.Written,
        Received = raw.Received ?? mail.Written,
        Source = new Provenance(raw.File, Item),
    };

    private static Reporter? ReporterOf(Mail mail)
    {
        var address = CleanText.Line(mail.Writer?.Address);
        var name = CleanText.Line(mail.Writer?.Name)?.Trim('"', '\'', ' ');
        var reporter = new Reporter(
            Name: mail.Told?.Name ?? (string.IsNullOrEmpty(name) || name.Contains('@', StringComparison.Ordinal) ? null : name),
            Phone: PhoneOf(mail) ?? mail.Told?.Phone,
            Email: mail.Told?.Email ?? (address is not null && address.Contains('@', StringComparison.Ordinal) ? address : null),
            Nik: mail.Told?.Nik,
            Address: mail.Told?.Address);
        return reporter.IsUnknown ? null : reporter;
    }

    // The signature may bear it, so all of the text is read; but quoted history and a forward name other people's numbers too.
    private static string? PhoneOf(Mail mail) => mail.IsForward ? null : PhoneInText.Of(mail.IsReply ? mail.Own : mail.Text);

    // Sender, date, subject and the bytes below the header, without CR, which only the transport adds.
    private static string DigestOf(RawItem raw, MimeMessage? message)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (message is not null)
        {
            HeaderId[] headers = [HeaderId.From, HeaderId.Date, HeaderId.Subject];
            hash.AppendData(ContentDigest.Join(headers.Select(id => CleanText.Line(message.Headers[id]) ?? "")));
        }

        using var stream = raw.Content.Open();
        var isBody = message is null;
        var chunk = ArrayPool<byte>.Shared.Rent(1 << 14);
        byte previous = 0;
        for (var read = stream.Read(chunk); read > 0; read = stream.Read(chunk))
        {
            var kept = 0;
            foreach (var next in chunk.AsSpan(0, read))
            {
                if (next == '\r') continue;
                if (isBody) chunk[kept++] = next;
                isBody |= next == '\n' && previous == '\n';
                previous = next;
            }

            hash.AppendData(chunk, 0, kept);
        }

        ArrayPool<byte>.Shared.Return(chunk);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
