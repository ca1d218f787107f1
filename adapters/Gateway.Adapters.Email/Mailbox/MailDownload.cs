using System.Globalization;
using Gateway.Contracts;
using MailKit;

namespace Gateway.Adapters.Email.Mailbox;

/// <summary>
/// Fetches one mail in slices: small ones into memory, large ones into a file of mode 600 that goes with this object. The name is
/// the mail's own, so a file left by a crash is overwritten by the next try.
/// </summary>
internal sealed class MailDownload : IDisposable
{
    private const int Slice = 1 << 20;

    private readonly string? file;

    private MailDownload(IRawContent content, string? file)
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

        var path = Path.Combine(Folder(incoming), FileName(name, uid));
        try
        {
            await using (var target = new FileStream(path, Options())) await CopyAsync(connection, uid, target, ct);
            return new MailDownload(new FileContent(path), path);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public void Dispose()
    {
        if (file is not null) File.Delete(file);
    }

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

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
