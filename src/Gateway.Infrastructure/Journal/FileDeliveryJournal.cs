using System.Security.Cryptography;
using Gateway.Core.Forwarding;

namespace Gateway.Infrastructure.Journal;

/// <summary>
/// The delivery journal as a file of lines, each fsynced before its call begins. A line that a power cut tore was never followed by a call
/// and is cut off; a journal that is broken otherwise is put aside and begun anew, so that sending goes on.
/// </summary>
public sealed class FileDeliveryJournal : IDeliveryJournal, IDisposable
{
    /// <summary>Name of the file in its folder.</summary>
    public const string FileName = "creates.jsonl";

    // Far longer than the longest line.
    private const int TailLength = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly FileStream _file;
    private readonly string _path;
    private JournalLine _last;

    private FileDeliveryJournal(string path, FileStream file, JournalLine last) => (_path, _file, _last) = (path, file, last);

    /// <summary>Opens the journal of a ledger, and makes it when it is new.</summary>
    /// <param name="folder">Its folder, made with mode 700 when it is not there. It should lie on another disk than the ledger.</param>
    /// <param name="ledger">Id of the ledger.</param>
    /// <param name="aside">Name of the file into which a broken one, or that of another ledger, was moved; null when there was none.</param>
    /// <exception cref="JournalUnavailableException">It cannot be written.</exception>
    public static FileDeliveryJournal Open(string folder, string ledger, out string? aside)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            aside = null;
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            if (File.Exists(path))
            {
                if (Continue(path, ledger) is { } continued) return continued;
                aside = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}.aside";
                File.Move(path, aside);
            }

            var file = Create(path);
            var heading = JournalLine.Heading(ledger);
            Write(file, heading);
            FolderSync.Flush(folder);
            return new FileDeliveryJournal(path, file, heading);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(path, refused);
        }
    }

    /// <summary>How far the journal in a folder goes; null when there is none that can be read.</summary>
    public static JournalPosition? PositionIn(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return null;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Tail(file) is { } tail ? new JournalPosition(tail.Line.N, tail.Line.Check) : null;
    }

    public Task AppendAsync(JournalEntry entry)
    {
        lock (_gate)
        {
            var line = _last.Next(entry);
            var before = _file.Length;
            try
            {
                Write(_file, line);
                _last = line;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                CutBack(before);
                throw Unavailable(_path, refused);
            }
        }

        return Task.CompletedTask;
    }

    public void Dispose()
    {
        lock (_gate) _file.Dispose();
    }

    // Half a line in the middle would break the journal for good.
    private void CutBack(long length)
    {
        try
        {
            _file.SetLength(length);
            _file.Seek(length, SeekOrigin.Begin);
        }
        catch (Exception worse) when (worse is IOException or ObjectDisposedException)
        {
            // The next line meets the same disk; a reader cuts a torn end off.
        }
    }

    private static FileDeliveryJournal? Continue(string path, string ledger)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        if (IsOf(file, ledger) && Tail(file) is { } tail)
        {
            file.SetLength(tail.End);
            file.Seek(tail.End, SeekOrigin.Begin);
            return new FileDeliveryJournal(path, file, tail.Line);
        }

        file.Dispose();
        return null;
    }

    private static bool IsOf(FileStream file, string ledger)
    {
        file.Seek(0, SeekOrigin.Begin);
        var start = new byte[1024];
        var count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var end = start.AsSpan(0, count).IndexOf((byte)'\n');
        return end > 0 && JournalLine.Read(start.AsSpan(0, end)) is { } heading && heading.IsHeading() && heading.Ledger == ledger;
    }

    // The last whole line and where it ends.
    private static (JournalLine Line, long End)? Tail(FileStream file)
    {
        var from = Math.Max(0, file.Length - TailLength);
        file.Seek(from, SeekOrigin.Begin);
        var bytes = new byte[file.Length - from];
        file.ReadExactly(bytes);
        var end = bytes.AsSpan().LastIndexOf((byte)'\n');
        if (end <= 0) return null;
        var start = bytes.AsSpan(0, end).LastIndexOf((byte)'\n') + 1;
        return JournalLine.Read(bytes.AsSpan(start, end - start)) is { } line ? (line, from + end + 1) : null;
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private static void Write(FileStream file, JournalLine line)
    {
        file.Write(line.Bytes());
        file.Flush(flushToDisk: true);
    }

    private static JournalUnavailableException Unavailable(string path, Exception why) =>
        new($"The delivery journal '{path}' cannot be written: {why.Message}. Nothing is sent without it; free space or correct Gateway:Journal:Directory.", why);
}
