using Gateway.Core.Intake;
using Gateway.Core.Ledger;

namespace Gateway.Core.Audit;

/// <summary>What was seen of one source on one day, so that an auditor can lay it beside the source itself. Names no file: its name may tell who wrote.</summary>
/// <param name="Source"><c>uidvalidity 7</c> of a mailbox, or the id of the arrival (a file, a post); null for what stayed at its source.</param>
/// <param name="Kind">Kind of the adapter.</param>
/// <param name="Places">UIDs of a mailbox, lines of a chat, rows of a register.</param>
/// <param name="Items">How many items.</param>
/// <param name="Missing">Lines of a chat that stand in no item: an alarm. Rows and UIDs may be empty or deleted, so none are missing there.</param>
public sealed record Evidence(string? Source, string Kind, string Places, int Items, IReadOnlyList<string> Missing)
{
    /// <summary>The evidence of one channel and day, mailboxes first.</summary>
    public static async Task<IReadOnlyList<Evidence>> OfAsync(ILedger ledger, IntakePipeline intake, string channel, DateOnly day, CancellationToken ct)
    {
        var mails = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var found = new List<Evidence>();
        foreach (var group in (await ledger.SeenAsync(channel, day, ct)).GroupBy(item => item.Arrival))
        {
            var places = group.Select(item => item.Item).ToList();
            var arrival = group.Key is null ? null : await ledger.ArrivalAsync(group.Key, ct);
            if (arrival is not null && intake.Unseal(arrival).Evidence is { } evidence && evidence.TryGetValue("uid", out var uid))
            {
                var mailbox = $"uidvalidity {evidence.GetValueOrDefault("uidvalidity")}";
                if (!mails.TryGetValue(mailbox, out var uids)) mails[mailbox] = uids = [];
                uids.Add(uid);
                continue;
            }

            var spans = Spans.Of(places);
            found.Add(new Evidence(group.Key, arrival?.Kind ?? "", spans.ToString(), places.Count, arrival?.Kind == "whatsapp" ? spans.Missing : []));
        }

        return [.. mails.Select(mailbox => new Evidence(mailbox.Key, "email", Spans.Of(mailbox.Value).ToString(), mailbox.Value.Count, [])), .. found];
    }
}
