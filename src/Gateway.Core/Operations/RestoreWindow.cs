using System.Globalization;
using Gateway.Contracts.Intake;

namespace Gateway.Core.Operations;

/// <summary>
/// The time that a restored ledger has forgotten: from the making of the backup to the restore. What a source gave in it comes in again and
/// would look new, though the centre may have it.
/// </summary>
/// <param name="From">When the backup was made.</param>
/// <param name="Until">When it was restored.</param>
public sealed record RestoreWindow(DateTimeOffset From, DateTimeOffset Until)
{
    // In the source book, under no channel.
    private const string Prefix = "restored/";

    /// <summary>Remembers it.</summary>
    public Task NoteAsync(ISourceBook book, CancellationToken ct) =>
        book.PutAsync("", new Dictionary<string, string> { [Prefix + Written(Until)] = $"{Written(From)}|{Written(Until)}" }, ct);

    /// <summary>All there were.</summary>
    public static async Task<IReadOnlyList<RestoreWindow>> AllAsync(ISourceBook book, CancellationToken ct) =>
        [.. (await book.FindAsync("", Prefix, ct)).Values.Select(Read)];

    /// <summary>
    /// True for what may have come in while the ledger did not know it. Its date does not tell when it came in: a register row of last week may
    /// have been imported after the backup, so whatever is not surely younger than the restore may be meant.
    /// </summary>
    /// <param name="at">When it was received or written; null when nobody knows.</param>
    public bool MayHold(DateTimeOffset? at) => at is null || at <= Until;

    private static RestoreWindow Read(string stored)
    {
        var parts = stored.Split('|');
        return new RestoreWindow(Moment(parts[0]), Moment(parts[1]));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static string Written(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
