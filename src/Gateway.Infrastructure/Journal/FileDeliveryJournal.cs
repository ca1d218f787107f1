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

    private const string LockName = "creates.lock";

    private readonly Lock _gate = new();
    private readonly FileStream _held;
    private readonly string _path;
    private readonly string? _id;
    private FileStream _file;
    private string? _name;
    private JournalLine _last;
    private long? _torn;
    private JournalIndex? _index;

    private FileDeliveryJournal(string path, FileStream held, FileStream file, string? id, JournalLine last, JournalState found) =>
        (_path, _held, _file, _name, _id, _last, Found) = (path, held, file, NameOf(file), id, last, found);

    /// <summary>It had been moved away or deleted while it was open, and was written out again.</summary>
    public event Action? PutBack;

    /// <summary>What lay at its place. It was begun anew unless that was whole.</summary>
    public JournalState Found { get; }

    /// <summary>Where that was moved; null when nothing was.</summary>
    public string? Aside { get; private init; }

    /// <summary>How far it goes.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written.</exception>
    public JournalPosition Position
    {
        get
        {
            lock (_gate)
            {
                Keep();
                return new JournalPosition(_last.N, _last.Check) { Id = _id };
            }
        }
    }

    /// <summary>Opens the journal of a ledger, and makes it when it is new.</summary>
    /// <param name="folder">Its folder, made with mode 700 when it is not there. It should lie on another disk than the ledger.</param>
    /// <param name="ledger">Id of the ledger.</param>
    /// <param name="past">What the ledger knows of it.</param>
    /// <exception cref="JournalUnavailableException">It cannot be written.</exception>
    /// <exception cref="ForeignJournalException">The one there belongs to another ledger.</exception>
    public static FileDeliveryJournal Open(string folder, string ledger, JournalPast past)
    {
        var path = Path.Combine(folder, FileName);
        FileStream? held = null;
        try
        {
            PrivateFolder.Make(folder);
            // Two writers would break the chain; whoever comes second is refused.
            held = new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var found = JournalLook.At(path, ledger, past).State;
            if (found == JournalState.Foreign) throw new ForeignJournalException(path);
            if (found == JournalState.Whole) return Continue(path, held);
            var aside = found is JournalState.Gap or JournalState.Broken ? JournalFile.PutAside(path) : null;
            var heading = JournalLine.Heading(ledger, past, late: found != JournalState.New);
            var file = JournalFile.Create(path);
            JournalFile.Write(file, heading);
            FolderSync.Flush(folder);
            return new FileDeliveryJournal(path, held, file, heading.Id, heading, found) { Aside = aside };
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            throw Unavailable(path, refused);
        }
        catch (ForeignJournalException)
        {
            held?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Copies a journal to where a restored ledger goes on with it. One that is there already stays if it is the same and goes at least as far;
    /// another one of the ledger is put aside.
    /// </summary>
    /// <exception cref="JournalUnavailableException">It cannot be copied.</exception>
    /// <exception cref="ForeignJournalException">The one there belongs to another ledger.</exception>
    public static void CarryOver(string path, string ledger, string folder)
    {
        var target = Path.Combine(folder, FileName);
        try
        {
            PrivateFolder.Make(folder);
            using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var last = JournalFile.Tail(from)?.Line ?? throw new IOException("It has no whole line.");
            switch (JournalLook.At(target, ledger, new JournalPast(new JournalPosition(last.N, last.Check), HasSent: true, default)).State)
            {
                case JournalState.Whole:
                    return;
                case JournalState.Foreign:
                    throw new ForeignJournalException(target);
                case JournalState.Gap or JournalState.Broken:
                    JournalFile.PutAside(target);
                    break;
            }

            from.Seek(0, SeekOrigin.Begin);
            JournalFile.Copy(from, target);
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
            Keep();
            try
            {
                // Half a line in the middle would break the journal for good: what a full disk left is cut off before the next.
                if (_torn is { } whole) CutBack(whole);
                // Whoever copied it read it from its beginning.
                _torn = _file.Seek(0, SeekOrigin.End);
                JournalFile.Write(_file, line);
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
            Keep();
            try
            {
                // Who only writes need not wait for it.
                _index ??= new JournalIndex(_path);
                return Task.FromResult(_index.Of(numbers));
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw new JournalUnavailableException($"The delivery journal '{_path}' cannot be read: {refused.Message}. Nothing is sent without it.", refused) { Code = "journal", Values = [_path] };
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

    // Whoever deletes or moves the file, or lays another in its place, has the lines go where nobody looks for them. The open one still has all.
    private void Keep()
    {
        try
        {
            if (IsInPlace()) return;
            if (File.Exists(_path)) throw new IOException("another file was laid in its place while it was open; start the gateway anew");
            PrivateFolder.Make(Path.GetDirectoryName(_path)!);
            _file.Seek(0, SeekOrigin.Begin);
            JournalFile.Copy(_file, _path);
            var reopened = Reopen(_path);
            _file.Dispose();
            (_file, _name) = (reopened, NameOf(reopened));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw Unavailable(_path, refused);
        }

        PutBack?.Invoke();
    }

    // The system tells under which name an open file lies; of a deleted one it says so. Another disk that was mounted over it shows by its length.
    private bool IsInPlace() => new FileInfo(_path) is { Exists: true } there && there.Length == _file.Length && NameOf(_file) == _name;

    private static string? NameOf(FileStream file) =>
        OperatingSystem.IsLinux() ? new FileInfo($"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}").LinkTarget : null;

    private static FileStream Reopen(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        file.Seek(0, SeekOrigin.End);
        return file;
    }

    private static FileDeliveryJournal Continue(string path, FileStream held)
    {
        var file = Reopen(path);
        try
        {
            var (last, end) = JournalFile.Tail(file) ?? throw new IOException("It changed while it was opened.");
            var id = JournalFile.Heading(file)?.Id;
            file.SetLength(end);
            file.Seek(end, SeekOrigin.Begin);
            return new FileDeliveryJournal(path, held, file, id, last, JournalState.Whole);
        }
        catch (IOException)
        {
            file.Dispose();
            throw;
        }
    }

    private static JournalUnavailableException Unavailable(string path, Exception why) =>
        new($"The delivery journal '{path}' cannot be written: {why.Message}. Nothing is sent without it; free space or correct Gateway:Journal:Directory.", why);
}
