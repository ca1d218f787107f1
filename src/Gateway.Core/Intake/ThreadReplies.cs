using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Intake;

/// <summary>
/// Joins an answer to the complaint whose thread it answers, if its reporter wrote it. From anybody else it stays a complaint of its
/// own, held: a stranger must neither add to a case nor read from it that it exists.
/// </summary>
internal sealed class ThreadReplies(ILedger ledger, IVault vault)
{
    /// <summary>Code of the translator's own doubt, which a known thread settles.</summary>
    private const string InThread = "reply-in-thread";

    /// <summary>Under what this item can be answered; null when it cannot.</summary>
    public byte[]? KeyOf(Translation translation) => translation.ThreadId is { Length: > 0 } id ? Key(id) : null;

    /// <summary>The verdict again, knowing the thread. Only a new complaint changes.</summary>
    public async Task<Sighting> JudgeAsync(Translation translation, Sighting sighting, CancellationToken ct)
    {
        if (sighting.Outcome != ItemOutcome.Complaint || translation.ThreadOf.Count == 0) return sighting;
        var number = await ledger.ThreadAsync([.. translation.ThreadOf.Select(Key)], ct);
        if (number is null || await ledger.FindAsync(number, ct) is not { } row) return sighting;

        var doubts = sighting.Reasons.Where(reason => reason.Code != InThread);
        // Nobody looks at what was discarded; an answer to it needs a look of its own.
        var isOpen = row.State is not (ComplaintState.Discarded or ComplaintState.Duplicate);
        return isOpen && await IsReporterAsync(row, translation.Reporter, ct)
            ? sighting with { Outcome = ItemOutcome.FollowUp, Reasons = [new Reason("thread-reply"), .. doubts], Follows = number, NewText = Words(translation) }
            : sighting with { Reasons = [new Reason("reply-to-known-thread", row.Supervised ? null : number), .. doubts] };
    }

    private async Task<bool> IsReporterAsync(ComplaintRow row, Reporter? writer, CancellationToken ct)
    {
        if (writer?.Email is not { } email || row.Reporter is not { } id || await ledger.ReporterAsync(id, ct) is not { } known) return false;
        return string.Equals(email.Trim(), new ComplaintReader(vault).Open(known).Email?.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    private static string Words(Translation translation) => string.Join("\n\n", translation.Complaints.Select(complaint => complaint.Isi));

    private byte[] Key(string thread) => vault.Index("thread", Encoding.UTF8.GetBytes(thread));
}
