using System.Globalization;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using MailKit;

namespace Gateway.Adapters.Email.Mailbox;

/// <summary>
/// One look at an IMAP folder at a time: passes over what is older than the cut-over, takes the rest, remembers a UID only after its
/// receipt. The mailbox stays as it is; staff keep working in it. One mail that fails never stops the others.
/// </summary>
internal sealed class MailboxSource(Channel channel, ImapOptions options, SourceContext context) : ISource
{
    private const int MostPassedAtOnce = 500;

    private readonly MailboxConnection connection = new(channel, options, context);
    private readonly Dictionary<UniqueId, int> failures = [];
    private readonly string incoming = Path.Combine(context.DataDirectory, "incoming");
    private string? trouble;
    private bool isSwept;
    private int held;

    public async Task<SourceStep> StepAsync(IIntake intake, ISourceBook book, CancellationToken ct)
    {
        trouble = null;
        if (!isSwept) MailDownload.Sweep(incoming);
        isSwept = true;
        var look = await connection.LookAsync(ct);
        var memory = new MailboxMemory(book, channel.Key, options.Folder, look.UidValidity);
        var wanted = await memory.WantedAsync(ct);
        var seen = await memory.SeenAsync(ct);
        var unknown = look.Uids.Where(uid => !seen.Contains(uid.Id) || wanted.Contains(uid.Id)).ToList();

        var passed = 0;
        var fresh = new List<IMessageSummary>();
        foreach (var chunk in unknown.Chunk(MostPassedAtOnce))
        {
            var summaries = await SummariesAsync(chunk, ct);
            var old = summaries.Where(mail => IsOld(mail) && !wanted.Contains(mail.UniqueId.Id)).ToList();
            fresh.AddRange(summaries.Except(old));
            passed += await PassOverAsync(intake, memory, old, ct);
        }

        var taken = await TakeAllAsync(intake, memory, fresh, wanted, ct);
        held = look.Uids.Count;
        // What is remembered is read anew, so that the sum is no echo of what this look believes to have done.
        var known = passed + taken == 0 ? seen : await memory.SeenAsync(ct);
        return new SourceStep(look.Uids.Count, passed + taken, options.Poll, fresh.Count - taken, trouble, look.Uids.Count(uid => known.Contains(uid.Id)));
    }

    public async Task RestAsync(TimeSpan rest, TimeProvider time, CancellationToken ct)
    {
        if (!await connection.IdleAsync(held, rest, ct)) await Task.Delay(rest, time, ct);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private bool IsOld(IMessageSummary mail) => channel.CutOver is { } cutOver && mail.InternalDate is { } received && received < cutOver;

    private async Task<IList<IMessageSummary>> SummariesAsync(UniqueId[] uids, CancellationToken ct)
    {
        try
        {
            return await connection.SummariesAsync(uids, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            connection.Drop();
            throw MailboxFault.Explain(fault, channel, options);
        }
    }

    private async Task<int> PassOverAsync(IIntake intake, MailboxMemory memory, List<IMessageSummary> old, CancellationToken ct)
    {
        if (old.Count == 0) return 0;
        var mailbox = $"{options.Host}/{options.User}/{options.Folder}";
        var items = old.ConvertAll(mail => new PassedOver(
            ["uid", mailbox, Text(mail.UniqueId.Validity), Text(mail.UniqueId.Id)],
            Position(mail.UniqueId),
            mail.InternalDate,
            mail.Size ?? 0,
            MailboxMemory.RecoverKey(options.Folder, mail.UniqueId)));
        await intake.PassOverAsync(channel.Key, null, items, ct);
        await memory.RememberPassedAsync(old.Select(mail => mail.UniqueId.Id), ct);
        return old.Count;
    }

    private async Task<int> TakeAllAsync(IIntake intake, MailboxMemory memory, List<IMessageSummary> fresh, HashSet<uint> wanted, CancellationToken ct)
    {
        var round = new IntakeRound(intake, channel.Key, "mailbox", Carriers.Of(channel));
        var taken = 0;
        try
        {
            // What failed before comes last: a mail that makes the server hang up then costs the others nothing.
            foreach (var mail in fresh.OrderBy(mail => failures.GetValueOrDefault(mail.UniqueId)).ThenBy(mail => mail.UniqueId.Id))
            {
                if (await TakeAsync(round, memory, mail, wanted.Contains(mail.UniqueId.Id), ct)) taken++;
            }
        }
        finally
        {
            await round.CloseAsync();
        }

        return taken;
    }

    /// <returns>False when this mail failed and is left for the next look.</returns>
    private async Task<bool> TakeAsync(IntakeRound round, MailboxMemory memory, IMessageSummary mail, bool isWanted, CancellationToken ct)
    {
        try
        {
            using var download = await MailDownload.FetchAsync(connection, mail.UniqueId, mail.Size ?? long.MaxValue, incoming, channel.Key, ct);
            await round.AcceptAsync(ToItem(mail, download.Content, isWanted), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault) when (fault is not (IntakeRefusedException or SourceUnavailableException))
        {
            failures[mail.UniqueId] = failures.GetValueOrDefault(mail.UniqueId) + 1;
            trouble ??= $"{Position(mail.UniqueId)}: {fault.GetType().Name}";
            if (connection.IsAlive) return false;
            connection.Drop();
            throw MailboxFault.Explain(fault, channel, options);
        }

        failures.Remove(mail.UniqueId);
        await memory.RememberTakenAsync(mail.UniqueId.Id, isWanted, ct);
        return true;
    }

    private RawItem ToItem(IMessageSummary mail, IRawContent content, bool isWanted)
    {
        var evidence = new Dictionary<string, string>
        {
            ["mailbox"] = $"{options.Mailbox}/{options.Folder}",
            ["uidvalidity"] = Text(mail.UniqueId.Validity),
            ["uid"] = Text(mail.UniqueId.Id),
        };
        if (isWanted) evidence["recover"] = "1";
        return new RawItem
        {
            File = Position(mail.UniqueId),
            MediaType = EmailAdapter.MediaType,
            Content = content,
            Received = mail.InternalDate,
            Evidence = evidence,
        };
    }

    private string Position(UniqueId uid) => $"{options.Folder};UID={Text(uid.Id)}";

    private static string Text(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
