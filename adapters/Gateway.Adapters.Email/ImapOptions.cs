namespace Gateway.Adapters.Email;

/// <summary>One IMAP mailbox of an agency.</summary>
/// <param name="Host">Name or address of the server.</param>
/// <param name="Port">Default 993 with implicit TLS, else 143.</param>
/// <param name="Tls">Default implicit; the certificate is checked.</param>
/// <param name="User">Login name.</param>
/// <param name="Auth">Default the password.</param>
/// <param name="Secret">Reference to the password or access token, <c>env:NAME</c> or <c>file:PATH</c>; read anew for each login.</param>
/// <param name="Folder">Default INBOX.</param>
/// <param name="Poll">Time between two looks, default 60 s.</param>
/// <param name="Idle">Whether the server is asked to tell of new mail at once; default true, polling goes on beside it.</param>
/// <param name="Timeout">Longest wait for one answer of the server, default 60 s.</param>
internal sealed record ImapOptions(
    string Host, int Port, ImapTls Tls, string User, ImapAuth Auth, string Secret, string Folder, TimeSpan Poll, bool Idle, TimeSpan Timeout)
{
    private static readonly string[] Known = ["host", "port", "tls", "user", "auth", "password", "token", "folder", "poll", "idle", "timeout"];

    /// <summary>The setting that names the secret.</summary>
    public string SecretName => Auth == ImapAuth.XOAuth2 ? "token" : "password";

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
        var auth = section.Text("auth")?.ToLowerInvariant() switch
        {
            null or "password" => ImapAuth.Password,
            "xoauth2" => ImapAuth.XOAuth2,
            var other => section.Fault("auth", other, "password or xoauth2", ImapAuth.Password),
        };
        return new ImapOptions(
            section.Required("host", "the name of the mail server, for example mail.dishub.example"),
            section.Port(tls == ImapTls.Implicit ? 993 : 143),
            tls,
            section.Required("user", "the login name of the mailbox"),
            auth,
            auth == ImapAuth.XOAuth2
                ? section.Required("token", "a reference to the file in which the access token is renewed, such as file:/run/dishub.token")
                : section.Required("password", "a reference such as env:DISHUB_IMAP"),
            section.Text("folder") ?? "INBOX",
            section.Duration("poll", TimeSpan.FromSeconds(60)),
            section.Flag("idle", true),
            section.Duration("timeout", TimeSpan.FromSeconds(60)));
    }
}
