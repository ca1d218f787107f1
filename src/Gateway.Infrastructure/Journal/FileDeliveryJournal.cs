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

    private const string LockName = "creates.lock";

    private readonly Lock _gate = new();
    private readonly FileStream _held;
    private readonly FileStream _file;
    private readonly string _path;
    private JournalLine _last;
    private long? _torn;
    private JournalIndex? _index;

    private FileDeliveryJournal(string path, FileStream held, FileStream file, JournalLine last) => (_path, _held, _file, _last) = (path, held, file, last);

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
            PrivateFolder.Make(folder);
            // Two writers would break the chain; whoever comes second is refused.
            var held = new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (File.Exists(path))
            {
                if (Continue(path, held, ledger) is { } continued) return continued;
                aside = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}.aside";
                File.Move(path, aside);
            }

            var file = Create(path);
            var heading = JournalLine.Heading(ledger);
            Write(file, heading);
            FolderSync.Flush(folder);
            return new FileDeliveryJournal(path, held, file, heading);
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

    /// <summary>Copies a journal to where a restored ledger goes on with it. One that is there already stays.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be copied.</exception>
    public static void CarryOver(string path, string folder)
    {
        var target = Path.Combine(folder, FileName);
        try
        {
            PrivateFolder.Make(folder);
            if (File.Exists(target)) return;
            File.Copy(path, target + ".part", overwrite: true);
            using (var copy = new FileStream(target + ".part", FileMode.Open, FileAccess.ReadWrite)) copy.Flush(flushToDisk: true);
            File.Move(target + ".part", target);
            FolderSync.Flush(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(target, refused);
        }
    }

    public Task AppendAsync(JournalEntry entry)
    {
        lock (_gate)
        {
            var line = _last.Next(entry);
            try
            {
                // Half a line in the middle would break the journal for good: what a full disk left is cut off before the next.
                if (_torn is { } whole) CutBack(whole);
                _torn = _file.Position;
                Write(_file, line);
                (_torn, _last) = (null, line);
                _index?.Add(entry);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                throw Unavailable(_path, refused);
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<JournaledCreate>> CreatesOfAsync(IReadOnlyList<string> numbers)
    {
        lock (_gate)
        {
            try
            {
                // Who only writes need not wait for it.
                _index ??= new JournalIndex(_path);
                return Task.FromResult(_index.Of(numbers));
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw new JournalUnavailableException($"The delivery journal '{_path}' cannot be read: {refused.Message}. Nothing is sent without it.", refused);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _file.Dispose();
            _held.Dispose();
        }
    }

    private void CutBack(long length)
    {
        _file.SetLength(length);
        _file.Seek(length, SeekOrigin.Begin);
        _torn = null;
    }

    private static FileDeliveryJournal? Continue(string path, FileStream held, string ledger)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        if (IsOf(file, ledger) && Tail(file) is { } tail)
        {
            file.SetLength(tail.End);
            file.Seek(tail.End, SeekOrigin.Begin);
            return new FileDeliveryJournal(path, held, file, tail.Line);
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
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 };
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
