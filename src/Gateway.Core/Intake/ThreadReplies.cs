using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Gates;
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

    private readonly ComplaintReader reader = new(vault);

    /// <summary>Under what this item can be answered; null when it cannot.</summary>
    public byte[]? KeyOf(Translation translation) => translation.ThreadId is { Length: > 0 } id ? Key(id) : null;

    /// <summary>The verdict again, knowing the thread and whose answer is awaited (as it stood before the chunk). Only a new complaint changes; what follows one follows the one in its place.</summary>
    public async Task<Sighting> JudgeAsync(Translation translation, Sighting sighting, IReadOnlyList<ComplaintRow> awaited, CancellationToken ct)
    {
        if (sighting is { Outcome: ItemOutcome.Complaint } && translation.ThreadOf.Count > 0) sighting = await InThreadAsync(translation, sighting, ct);
        else if (sighting is { Outcome: ItemOutcome.Complaint } && translation.Chat is not null && awaited.Count > 0) sighting = await AnswerAsync(translation, sighting, awaited, ct);
        if (sighting is not { Outcome: ItemOutcome.FollowUp, Follows: { } number } || await ledger.FindAsync(number, ct) is not { } known) return sighting;

        var row = await ledger.InPlaceOfAsync(known, ct);
        var isOpen = row.State is ComplaintState.Held or ComplaintState.Recorded;
        if (isOpen && TextLimit.IsExceededBy(EntryBuilder.Grown(reader.Open(row), sighting.NewText))) return Apart(translation, sighting, row, "goes-on-from");
        return isOpen || !NeedsALook(sighting.NewText) ? sighting with { Follows = row.Number } : Apart(translation, sighting, row, "reply-to-known-thread");
    }

    private static Sighting Apart(Translation translation, Sighting sighting, ComplaintRow row, string why) => sighting with
    {
        Outcome = ItemOutcome.Complaint,
        Reasons = [new Reason(why, row.Supervised ? null : row.Number), .. translation.Reasons.Where(doubt => doubt.Code is not (InThread or "reply-to-known-thread"))],
        Follows = null,
        IsApart = true,
        GoesOnFrom = row.Number,
    };

    private async Task<Sighting> InThreadAsync(Translation translation, Sighting sighting, CancellationToken ct)
    {
        if (await AnsweredAsync(translation.ThreadOf, ct) is not { } number || await ledger.FindAsync(number, ct) is not { } known) return sighting;

        var row = await ledger.InPlaceOfAsync(known, ct);
        var doubts = sighting.Reasons.Where(reason => reason.Code != InThread);
        // Nobody looks at what was discarded; an answer to it needs a look of its own.
        var isOpen = row.State is not (ComplaintState.Discarded or ComplaintState.Duplicate);
        return isOpen && await IsReporterAsync(row, translation.Reporter, ct)
            ? sighting with { Outcome = ItemOutcome.FollowUp, Reasons = [new Reason("thread-reply"), .. doubts], Follows = row.Number, NewText = Words(translation) }
            : sighting with { Reasons = [new Reason("reply-to-known-thread", row.Supervised ? null : row.Number), .. doubts] };
    }

    private async Task<string?> AnsweredAsync(IReadOnlyList<string> threads, CancellationToken ct)
    {
        var tokens = threads.Where(thread => thread.StartsWith(Translation.AddressPrefix, StringComparison.Ordinal)).ToList();
        return tokens.Select(token => ReplyToken.NumberOf(token[Translation.AddressPrefix.Length..], vault)).FirstOrDefault(number => number is not null)
            ?? await ledger.ThreadAsync([.. threads.Except(tokens).Select(Key)], ct);
    }

    // In a chat nothing points back: whoever was asked and writes next, answers. If it is a new matter, an officer splits it off.
    private async Task<Sighting> AnswerAsync(Translation translation, Sighting sighting, IReadOnlyList<ComplaintRow> awaited, CancellationToken ct)
    {
        if (translation.Reporter is not { IsUnknown: false } writer) return sighting;
        if (await ledger.FindReporterAsync(ReporterIndexes.Of(writer, awaited[0].Channel, vault), ct) is not { } known) return sighting;
        var mine = awaited.Where(row => row.Reporter == known.Id && (translation.Received is not { } at || at >= row.Asked)).ToList();
        if (mine.Count == 0) return sighting;
        // A name that a chat shows is anybody's; only a number is one person's.
        return mine is [var one] && IsSameNumber(writer, reader.Open(known))
            ? sighting with { Outcome = ItemOutcome.FollowUp, Reasons = [new Reason("reporter-answered"), .. sighting.Reasons], Follows = one.Number, NewText = Words(translation) }
            : sighting with { Reasons = [.. sighting.Reasons, new Reason("may-answer", string.Join(", ", mine.Where(row => !row.Supervised).Select(row => row.Number)))] };
    }

    private static bool IsSameNumber(Reporter writer, Reporter asked) =>
        ReporterIndexes.Phone(writer.Phone) is { } phone && phone == ReporterIndexes.Phone(asked.Phone)
        && (writer.Name is null || asked.Name is null || string.Equals(writer.Name.Trim(), asked.Name.Trim(), StringComparison.OrdinalIgnoreCase));

    // What has left, or may any moment, is read by nobody again: an accusation or a cry for help must not hide behind it.
    private static bool NeedsALook(string text) => Berkadar.Hit(text) is not null || Danger.Hit(text) is not null;

    private async Task<bool> IsReporterAsync(ComplaintRow row, Reporter? writer, CancellationToken ct) =>
        writer?.Email is { } email && await reader.ReporterAsync(ledger, row, ct) is { } known
        && string.Equals(email.Trim(), known.Email?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Words(Translation translation) => string.Join("\n\n", translation.Complaints.Select(complaint => complaint.Isi));

    private byte[] Key(string thread) => vault.Index("thread", Encoding.UTF8.GetBytes(thread));
}
