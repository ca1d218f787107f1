namespace Gateway.Adapters.Email;

/// <summary>One IMAP mailbox of an agency.</summary>
/// <param name="Host">Name or address of the server.</param>
/// <param name="Port">Default 993 with implicit TLS, else 143.</param>
/// <param name="Tls">Default implicit; the certificate is checked.</param>
/// <param name="User">Login name.</param>
/// <param name="Password">Reference to the secret, <c>env:NAME</c> or <c>file:PATH</c>.</param>
/// <param name="Folder">Default INBOX.</param>
/// <param name="Poll">Time between two looks, default 60 s.</param>
/// <param name="Timeout">Longest wait for one answer of the server, default 60 s.</param>
internal sealed record ImapOptions(string Host, int Port, ImapTls Tls, string User, string Password, string Folder, TimeSpan Poll, TimeSpan Timeout)
{
    private static readonly string[] Known = ["host", "port", "tls", "user", "password", "folder", "poll", "timeout"];

    /// <summary>The mailbox as a person names it.</summary>
    public string Mailbox => User.Contains('@', StringComparison.Ordinal) ? User : $"{User}@{Host}";

    public static ImapOptions Parse(Settings section)
    {
        section.RefuseOthers(Known);
        var tls = section.Text("tls")?.ToLowerInvariant() switch
        {
            null or "implicit" => ImapTls.Implicit,
            "starttls" => ImapTls.StartTls,
            "none" => ImapTls.None,
            var other => section.Fault("tls", other, "implicit, starttls or none", ImapTls.Implicit),
        };
        return new ImapOptions(
            section.Required("host", "the name of the mail server, for example mail.dishub.example"),
            section.Port(tls == ImapTls.Implicit ? 993 : 143),
            tls,
            section.Required("user", "the login name of the mailbox"),
            section.Required("password", "a reference such as env:DISHUB_IMAP"),
            section.Text("folder") ?? "INBOX",
            section.Duration("poll", TimeSpan.FromSeconds(60)),
            section.Duration("timeout", TimeSpan.FromSeconds(60)));
    }
}
