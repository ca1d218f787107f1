using System.Net.Sockets;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using MailKit;
using MailKit.Security;

namespace Gateway.Adapters.Email.Mailbox;

/// <summary>Turns what MailKit throws into a sentence that says what happened at which mailbox and what to do. Never the secret.</summary>
internal static class MailboxFault
{
    public static SourceUnavailableException Explain(Exception fault, Channel channel, ImapOptions options)
    {
        var mailbox = options.Mailbox;
        var server = $"{options.Host}:{options.Port}";
        var (code, what, detail) = fault switch
        {
            AuthenticationException => ("mailbox-refused", $"Mailbox '{mailbox}' refused the login. Check {Secret(options)}", Named(options)),
            SslHandshakeException => ("mailbox-tls", $"Mail server {server} of mailbox '{mailbox}' offered no trusted TLS certificate. Check imap.host and imap.tls, or install the server's CA on this machine", ""),
            NotSupportedException => ("mailbox-no-starttls", $"Mail server {server} of mailbox '{mailbox}' does not offer STARTTLS. Check imap.tls (implicit, starttls or none)", ""),
            FolderNotFoundException => ("mailbox-no-folder", $"Mailbox '{mailbox}' has no folder '{options.Folder}'. Check imap.folder", options.Folder),
            TimeoutException => ("mailbox-silent", $"Mail server {server} of mailbox '{mailbox}' did not answer within {options.Timeout.TotalSeconds:0} s. Check imap.host, imap.port and the network", $"{options.Timeout.TotalSeconds:0}"),
            SocketException or IOException => ("mailbox-away", $"Mail server {server} of mailbox '{mailbox}' cannot be reached ({fault.GetType().Name}). Check imap.host, imap.port, imap.tls and the network", fault.GetType().Name),
            _ => ("mailbox-not-understood", $"Mail server {server} of mailbox '{mailbox}' gave an answer that was not understood ({fault.GetType().Name}). Check imap.port and imap.tls", fault.GetType().Name),
        };
        return new SourceUnavailableException($"{what}, then run: gateway doctor --channel {channel.Key}", fault) { Code = code, Values = [mailbox, server, detail] };
    }

    public static SourceUnavailableException NoSecret(Exception fault, Channel channel, ImapOptions options) =>
        new($"Mailbox '{options.Mailbox}' has no {options.SecretName}: {Secret(options)} is not there. Set it, then run: gateway doctor --channel {channel.Key}", fault) { Code = "mailbox-no-secret", Values = [options.Mailbox, options.SecretName, Named(options)] };

    private static string Secret(ImapOptions options) => IsReference(options) ? $"secret {options.Secret}" : $"the setting imap.{options.SecretName}";

    // A reference that is no reference is the secret itself, and is not said.
    private static string Named(ImapOptions options) => IsReference(options) ? options.Secret : $"imap.{options.SecretName}";

    private static bool IsReference(ImapOptions options) =>
        options.Secret.StartsWith("env:", StringComparison.Ordinal) || options.Secret.StartsWith("file:", StringComparison.Ordinal);
}
