using Gateway.Contracts;
using Gateway.Contracts.Intake;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace Gateway.Adapters.Email.Mailbox;

/// <summary>The line to one mail server: kept open between looks, made anew when it broke. The folder is only ever opened read-only (EXAMINE).</summary>
internal sealed class MailboxConnection(Channel channel, ImapOptions options, SourceContext context) : IAsyncDisposable
{
    // Servers hang up on a silent line after half an hour, some boxes on the road sooner.
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(9);

    private const MessageSummaryItems Wanted = MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Size;

    private ImapClient? client;
    private IMailFolder? folder;

    /// <summary>False after the server hung up; the next look connects again.</summary>
    public bool IsAlive => client is { IsConnected: true, IsAuthenticated: true };

    /// <summary>Opens the folder as it is now: its UIDVALIDITY and every UID, whatever the flags.</summary>
    /// <exception cref="SourceUnavailableException">The server cannot be reached or refused us.</exception>
    public async Task<MailboxLook> LookAsync(CancellationToken ct)
    {
        if (IsAlive)
        {
            try
            {
                return await ListAsync(ct);
            }
            catch (Exception) when (!ct.IsCancellationRequested)
            {
                // An idle line dies unnoticed; that says nothing about the server. The second try does.
                Drop();
            }
        }

        try
        {
            return await ListAsync(ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested && fault is not SourceUnavailableException)
        {
            Drop();
            throw MailboxFault.Explain(fault, channel, options);
        }
    }

    /// <summary>Dates and sizes of some UIDs; those deleted meanwhile are left out.</summary>
    public Task<IList<IMessageSummary>> SummariesAsync(IList<UniqueId> uids, CancellationToken ct) =>
        AskAsync(token => folder!.FetchAsync(uids, new FetchRequest(Wanted), token), ct);

    /// <summary>Up to <paramref name="count"/> bytes of a mail; fewer only at its end. Leaves \Seen alone (BODY.PEEK).</summary>
    public Task<Stream> SliceAsync(UniqueId uid, int offset, int count, CancellationToken ct) =>
        AskAsync(token => folder!.GetStreamAsync(uid, "", offset, count, token), ct);

    /// <summary>Waits until the server tells of a change, <paramref name="rest"/> at most. False when it cannot be asked to.</summary>
    public async Task<bool> IdleAsync(int known, TimeSpan rest, CancellationToken ct)
    {
        if (!options.Idle || !IsAlive || folder is not { IsOpen: true } open || !client!.Capabilities.HasFlag(ImapCapabilities.Idle)) return false;
        using var done = new CancellationTokenSource(rest < LongestIdle ? rest : LongestIdle, context.Time);
        open.CountChanged += News;
        try
        {
            // What came between the look and now is told by no event any more.
            if (open.Count == known) await client.IdleAsync(done.Token, ct);
            return true;
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            Drop(); // The next look connects again and says what is wrong, if it still is.
            return false;
        }
        finally
        {
            open.CountChanged -= News;
        }

        void News(object? sender, EventArgs change) => done.Cancel();
    }

    public void Drop()
    {
        folder = null;
        client?.Dispose();
        client = null;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (IsAlive) await AskAsync(token => Done(client!.DisconnectAsync(quit: true, token)), CancellationToken.None);
        }
        catch (Exception fault) when (fault is IOException or TimeoutException or ImapProtocolException or ServiceNotConnectedException)
        {
            // Saying goodbye to a server that is gone.
        }

        Drop();
    }

    private async Task<MailboxLook> ListAsync(CancellationToken ct)
    {
        if (!IsAlive) await ConnectAsync(ct);
        var imap = client!;
        // Opened anew each time: only then does the server tell a new UIDVALIDITY.
        if (folder is { IsOpen: true }) await AskAsync(token => Done(folder.CloseAsync(expunge: false, token)), ct);
        folder = options.Folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase)
            ? imap.Inbox
            : await AskAsync(token => imap.GetFolderAsync(options.Folder, token), ct);
        await AskAsync(token => folder!.OpenAsync(FolderAccess.ReadOnly, token), ct);
        var uids = await AskAsync(token => folder!.SearchAsync(SearchQuery.All, token), ct);
        return new MailboxLook(folder!.UidValidity, uids);
    }

    private async Task ConnectAsync(CancellationToken ct)
    {
        Drop();
        var secret = Secret();
        var imap = new ImapClient
        {
            Timeout = (int)options.Timeout.TotalMilliseconds,
            // An agency network often cannot reach the CA's revocation list; the chain, the name and the dates are checked.
            CheckCertificateRevocation = false,
        };
        client = imap;
        var security = options.Tls switch
        {
            ImapTls.None => SecureSocketOptions.None,
            ImapTls.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.SslOnConnect,
        };
        await AskAsync(token => Done(imap.ConnectAsync(options.Host, options.Port, security, token)), ct);
        await AskAsync(token => Done(LogInAsync(imap, secret, token)), ct);
    }

    private Task LogInAsync(ImapClient imap, string secret, CancellationToken ct) => options.Auth == ImapAuth.XOAuth2
        ? imap.AuthenticateAsync(new SaslMechanismOAuth2(options.User, secret), ct)
        : imap.AuthenticateAsync(options.User, secret, ct);

    private string Secret()
    {
        try
        {
            return context.Secret(options.Secret);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw MailboxFault.NoSecret(fault, channel, options);
        }
    }

    // MailKit's own time-out covers one read; a server that drips bytes is stopped here.
    private async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> question, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.Timeout, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await question(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }
}
