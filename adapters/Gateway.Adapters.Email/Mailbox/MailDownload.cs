using System.Globalization;
using Gateway.Contracts;
using MailKit;

namespace Gateway.Adapters.Email.Mailbox;

/// <summary>
/// Fetches one mail in slices: small ones into memory, large ones into a file that has lost its name before the first byte comes
/// (on Windows: that goes when it is closed), so that no crash leaves a citizen's mail in clear.
/// </summary>
internal sealed class MailDownload : IDisposable
{
    private const int Slice = 1 << 20;

    private readonly FileStream? file;

    private MailDownload(IRawContent content, FileStream? file)
    {
        Content = content;
        this.file = file;
    }

    public IRawContent Content { get; }

    public static async Task<MailDownload> FetchAsync(MailboxConnection connection, UniqueId uid, long size, string incoming, string name, CancellationToken ct)
    {
        if (size <= Slice)
        {
            var memory = new MemoryStream();
            await CopyAsync(connection, uid, memory, ct);
            return new MailDownload(new BytesContent(memory.GetBuffer().AsMemory(0, (int)memory.Length)), null);
        }

        var target = Nameless(Path.Combine(Folder(incoming), FileName(name, uid)));
        try
        {
            await CopyAsync(connection, uid, target, ct);
            await target.FlushAsync(ct);
            return new MailDownload(new HandleContent(target.SafeFileHandle), target);
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }
    }

    /// <summary>Removes what a crash left between the making of a file and the loss of its name.</summary>
    public static void Sweep(string incoming)
    {
        if (!Directory.Exists(incoming)) return;
        foreach (var left in Directory.GetFiles(incoming, "*.eml"))
        {
            try
            {
                File.Delete(left);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Another mailbox is fetching into it (Windows), or it is not ours; the mail itself is safe with the server.
            }
        }
    }

    public void Dispose() => file?.Dispose();

    // MailKit holds a whole answer in memory, so a large mail is asked for piece by piece. The announced size is not trusted.
    private static async Task CopyAsync(MailboxConnection connection, UniqueId uid, Stream target, CancellationToken ct)
    {
        for (var offset = 0; ; offset += Slice)
        {
            await using var slice = await connection.SliceAsync(uid, offset, Slice, ct);
            var before = target.Position;
            await slice.CopyToAsync(target, ct);
            if (target.Position - before < Slice) return;
        }
    }

    private static string Folder(string incoming)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(incoming);
        else Directory.CreateDirectory(incoming, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return incoming;
    }

    private static string FileName(string name, UniqueId uid)
    {
        var safe = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"{safe}-{uid.Validity}-{uid.Id}.eml");
    }

    /// <summary>A file only this process can reach, and only while it is open.</summary>
    internal static FileStream Nameless(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (OperatingSystem.IsWindows()) options.Options |= FileOptions.DeleteOnClose;
        else options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }
}
