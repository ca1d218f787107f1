using System.Text;
using Gateway.Adapters.Email;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.Email;

/// <summary>Mails for the tests of this room, and their translation.</summary>
internal static class Letters
{
    public const string Complaint = "Lampu jalan di Jl. Kartini mati sejak tiga hari yang lalu. Mohon diperbaiki.";

    public static Channel Channel { get; } = new() { Key = "dishub-email", Agency = "dishub", Kind = "email" };

    public static string Mail(
        string body = Complaint,
        string subject = "Lampu jalan mati",
        string from = "Budi Santoso <budi@warga.example>",
        string id = "<satu@warga.example>",
        string headers = "",
        string type = "text/plain; charset=utf-8") =>
        $"From: {from}\r\nTo: pengaduan@dishub.example\r\nSubject: {subject}\r\nDate: Mon, 15 Jun 2026 19:42:11 +0800\r\n"
        + (id.Length > 0 ? $"Message-ID: {id}\r\n" : "") + headers + $"MIME-Version: 1.0\r\nContent-Type: {type}\r\n\r\n" + body + "\r\n";

    public static Translation Translate(string mail, DateTimeOffset? received = null) => Translate(Encoding.UTF8.GetBytes(mail), received);

    public static Translation Translate(byte[] mail, DateTimeOffset? received = null, Channel? channel = null) =>
        new EmailAdapter().Translator.Translate(new RawItem { File = "INBOX;UID=1", Content = new BytesContent(mail), Received = received }, channel ?? Channel).Single();

    public static Complaint Only(Translation translation) => translation.Complaints.Single();

    public static IEnumerable<string> Codes(Translation translation) => translation.Reasons.Select(reason => reason.Code);

    /// <summary>A mail of many parts; each is given with its own header lines.</summary>
    public static string Parts(params string[] parts) => PartsOf("multipart/mixed", parts);

    public static string PartsOf(string type, params string[] parts) =>
        Mail(body: string.Concat(parts.Select(part => $"--batas\r\n{part}\r\n")) + "--batas--", type: type + "; boundary=\"batas\"");

    public static byte[] Read(Attachment attachment)
    {
        using var stream = attachment.Content!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
