using System.Security.Cryptography;
using System.Text;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;

namespace Gateway.Server.Commands;

/// <summary>What <c>gateway reconcile</c> would settle. Its digest ties a yes to what was shown: settled is that, or nothing.</summary>
/// <param name="Destination">Whose list it is.</param>
/// <param name="Compared">The comparison.</param>
/// <param name="Taken">When the list was complete, as the person says; null when they do not.</param>
/// <param name="NotWhole">Key of the words why it is not whole all the same; null when nothing speaks against it.</param>
/// <param name="Sooner">Of those not seen, what may have been sent too late for this list.</param>
internal sealed record ReconcilePlan(string Destination, Reconciliation Compared, DateTimeOffset? Taken, string? NotWhole, TooSoon Sooner)
{
    /// <summary>What would be settled as not delivered.</summary>
    public IReadOnlyList<ComplaintRow> Absent => Taken is not null && NotWhole is null ? [.. Compared.NotSeen.Except(Sooner.Rows).Except(Elsewhere)] : [];

    /// <summary>Of those not seen, what a list of complaints cannot prove absent: its words may stand there as a follow-up, or in the words of the officer who typed it.</summary>
    public IReadOnlyList<ComplaintRow> Elsewhere { get; } = [.. Compared.NotSeen.Where(row => row.Reasons.Any(reason => reason.Code is RestoreLedger.Posted or SettleUnknown.TypedNotKept))];

    /// <summary>There is something to settle.</summary>
    public bool Settles => Compared.Arrived.Count + Absent.Count > 0;

    /// <summary>Short enough to be typed.</summary>
    public string Digest
    {
        get
        {
            var lines = Compared.Arrived.Select(pair => $"{pair.Row.Number} {pair.CentralId}").Concat(Absent.Select(row => row.Number)).Order(StringComparer.Ordinal);
            var text = string.Join('\n', lines.Prepend($"{Destination} {(Absent.Count > 0 ? Taken : null):O}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
        }
    }

    /// <summary>An absence is proved by a list that shows everything else.</summary>
    public static ReconcilePlan Of(string destination, CentreList list, Reconciliation compared, TooSoon sooner, DateTimeOffset? taken, DateTimeOffset now) => new(
        destination, compared, taken,
        taken is null ? null
        : taken > now ? "reconcile.not-whole-future"
        : list.Unread > 0 ? "reconcile.not-whole-unread"
        : compared.Marked == 0 ? "reconcile.not-whole-unmarked"
        : compared.Cut > 0 ? "reconcile.not-whole-cut"
        : compared.Missing.Count > 0 ? "reconcile.not-whole-missing"
        : null,
        sooner);

    /// <summary>There is nothing to settle and nothing to look at.</summary>
    public bool IsClean => !Settles && LeavesNothing;

    /// <summary>Nothing is left for a person once it is settled. A list that is not said to be whole proves no absence, so that it asks for none.</summary>
    public bool LeavesNothing =>
        Compared is { Alike.Count: 0, Unexpected.Count: 0, OtherNumber.Count: 0, Doubled.Count: 0, Doubtful.Count: 0, NotOurs.Count: 0 }
        && (Taken is null || (Compared.Missing.Count == 0 && Compared.NotSeen.Count == Absent.Count));
}
