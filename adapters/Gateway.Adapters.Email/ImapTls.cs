namespace Gateway.Adapters.Email;

/// <summary>How the way to the mail server is protected.</summary>
internal enum ImapTls
{
    /// <summary>TLS from the first byte (port 993).</summary>
    Implicit,

    /// <summary>TLS is demanded after the greeting; without it there is no login.</summary>
    StartTls,

    /// <summary>The password travels in clear: only for a server on the same machine.</summary>
    None,
}
