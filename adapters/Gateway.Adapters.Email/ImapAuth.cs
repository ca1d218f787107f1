namespace Gateway.Adapters.Email;

/// <summary>How the gateway proves to the mail server who it is.</summary>
internal enum ImapAuth
{
    /// <summary>By user name and password, in whatever way the server offers.</summary>
    Password,

    /// <summary>By an OAuth 2 access token (XOAUTH2), as Microsoft 365 and Google demand. Something else renews it in its file.</summary>
    XOAuth2,
}
