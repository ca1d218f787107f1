using System.Security.Cryptography;
using Gateway.Contracts;

namespace Gateway.Adapters.Email.Watching;

/// <summary>How a file looked at one look.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Changed">Its time of change, UTC.</param>
/// <param name="IsDone">It was taken, or is known, in this shape.</param>
internal sealed record FileLook(long Bytes, DateTime Changed, bool IsDone = false)
{
    /// <summary>Null when it is gone already.</summary>
    public static FileLook? At(string file)
    {
        var entry = new FileInfo(file);
        return entry.Exists ? new FileLook(entry.Length, entry.LastWriteTimeUtc) : null;
    }

    public bool StoodStillSince(FileLook before) => Bytes == before.Bytes && Changed == before.Changed;

    public static async Task<string> HashAsync(IRawContent content, CancellationToken ct)
    {
        await using var stream = content.Open();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }
}
