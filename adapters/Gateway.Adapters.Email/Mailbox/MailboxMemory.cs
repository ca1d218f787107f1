using System.Globalization;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Email.Mailbox;

/// <summary>
/// What the book says about one folder under one UIDVALIDITY. The whole set is compared, not the highest UID, since a lower one can
/// become visible late.
/// </summary>
internal sealed class MailboxMemory(ISourceBook book, string channel, string folder, uint uidValidity)
{
    public const string Wanted = "wanted";

    private readonly string seen = string.Create(CultureInfo.InvariantCulture, $"uid/{folder}/{uidValidity}/");
    private readonly string recover = string.Create(CultureInfo.InvariantCulture, $"recover/{folder}/{uidValidity}/");

    /// <summary>The key by which an officer asks for a mail before the cut-over.</summary>
    public static string RecoverKey(string folder, MailKit.UniqueId uid) => string.Create(CultureInfo.InvariantCulture, $"recover/{folder}/{uid.Validity}/{uid.Id}");

    public Task<HashSet<uint>> SeenAsync(CancellationToken ct) => FindAsync(seen, _ => true, ct);

    /// <summary>Mails before the cut-over that an officer asked for.</summary>
    public Task<HashSet<uint>> WantedAsync(CancellationToken ct) => FindAsync(recover, value => value == Wanted, ct);

    /// <summary>After the receipt, never before it.</summary>
    public Task RememberTakenAsync(uint uid, bool wasWanted, CancellationToken ct)
    {
        var values = new Dictionary<string, string> { [Key(seen, uid)] = "taken" };
        if (wasWanted) values[Key(recover, uid)] = "done";
        return book.PutAsync(channel, values, ct);
    }

    public Task RememberPassedAsync(IEnumerable<uint> uids, CancellationToken ct) =>
        book.PutAsync(channel, uids.ToDictionary(uid => Key(seen, uid), _ => "passed"), ct);

    private static string Key(string prefix, uint uid) => prefix + uid.ToString(CultureInfo.InvariantCulture);

    private async Task<HashSet<uint>> FindAsync(string prefix, Func<string, bool> counts, CancellationToken ct)
    {
        var found = new HashSet<uint>();
        foreach (var (key, value) in await book.FindAsync(channel, prefix, ct))
        {
            if (counts(value) && uint.TryParse(key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var uid)) found.Add(uid);
        }

        return found;
    }
}
