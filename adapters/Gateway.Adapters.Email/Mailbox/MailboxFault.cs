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
        var what = fault switch
        {
            AuthenticationException => $"Mailbox '{mailbox}' refused the login. Check {Secret(options)}",
            SslHandshakeException => $"Mail server {server} of mailbox '{mailbox}' offered no trusted TLS certificate. Check imap.host and imap.tls, or install the server's CA on this machine",
            NotSupportedException => $"Mail server {server} of mailbox '{mailbox}' does not offer STARTTLS. Check imap.tls (implicit, starttls or none)",
            FolderNotFoundException => $"Mailbox '{mailbox}' has no folder '{options.Folder}'. Check imap.folder",
            TimeoutException => $"Mail server {server} of mailbox '{mailbox}' did not answer within {options.Timeout.TotalSeconds:0} s. Check imap.host, imap.port and the network",
            SocketException or IOException => $"Mail server {server} of mailbox '{mailbox}' cannot be reached ({fault.GetType().Name}). Check imap.host, imap.port, imap.tls and the network",
            _ => $"Mail server {server} of mailbox '{mailbox}' gave an answer that was not understood ({fault.GetType().Name}). Check imap.port and imap.tls",
        };
        return new SourceUnavailableException($"{what}, then run: gateway doctor --channel {channel.Key}", fault);
    }

    public static SourceUnavailableException NoSecret(Exception fault, Channel channel, ImapOptions options) =>
        new($"Mailbox '{options.Mailbox}' has no {options.SecretName}: {Secret(options)} is not there. Set it, then run: gateway doctor --channel {channel.Key}", fault);

    private static string Secret(ImapOptions options) =>
        options.Secret.StartsWith("env:", StringComparison.Ordinal) || options.Secret.StartsWith("file:", StringComparison.Ordinal)
            ? $"secret {options.Secret}"
            : $"the setting imap.{options.SecretName}";
}
