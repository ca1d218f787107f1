using System.Globalization;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// The time that a restored ledger has forgotten: from the making of the backup to the restore. What a source gave in it comes in again and
/// would look new, though the centre may have it.
/// </summary>
/// <param name="From">When the backup was made.</param>
/// <param name="Until">When it was restored.</param>
public sealed record RestoreWindow(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Who restored; null for a restore by a version that did not note it.</summary>
    public string? By { get; init; }

    // In the source book, under no channel.
    private const string Prefix = "restored/";

    /// <summary>Remembers it.</summary>
    public Task NoteAsync(ISourceBook book, CancellationToken ct) =>
        book.PutAsync("", new Dictionary<string, string> { [Prefix + Written(Until)] = $"{Written(From)}|{Written(Until)}|{By}" }, ct);

    /// <summary>All there were.</summary>
    public static async Task<IReadOnlyList<RestoreWindow>> AllAsync(ISourceBook book, CancellationToken ct) =>
        [.. (await book.FindAsync("", Prefix, ct)).Values.Select(Read)];

    /// <summary>
    /// True for a complaint that may have come in while the ledger did not know it. Its date does not tell when it came in: a register row of
    /// last week may have been imported after the backup, so whatever is not surely younger than the restore may be meant.
    /// </summary>
    public bool MayHold(ComplaintRow row)
    {
        if (row.Seen <= Until || IsOf(row.Received) || IsOf(row.Written)) return true;
        // A single post comes straight from its sender unless it bears a date of that time; what is imported or read from a mailbox may have
        // lain there.
        return row.Round is not null && !((row.Received ?? row.Written) > Until);
    }

    // Midnight is a day without a time: the whole day may be meant. The ledger gives moments in UTC.
    private bool IsOf(DateTimeOffset? told) => told is { } at && at <= Until && (Wita.Local(at).TimeOfDay == TimeSpan.Zero ? at.AddDays(1) : at) >= From;

    private static RestoreWindow Read(string stored)
    {
        var parts = stored.Split('|', 3);
        return new RestoreWindow(Moment(parts[0]), Moment(parts[1])) { By = parts is [_, _, { Length: > 0 } by] ? by : null };
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static string Written(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
