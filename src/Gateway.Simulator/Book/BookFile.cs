using System.Text;
using System.Text.Json;

namespace Gateway.Simulator.Book;

/// <summary>
/// The book on disk: JSON Lines, each line on disk (fsync) before its call is answered, a half-written last line dropped when
/// it is opened again. A lock file beside it keeps a second simulator off the same book.
/// </summary>
internal sealed class BookFile : IDisposable
{
    private readonly FileStream taken;
    private readonly FileStream lines;
    private readonly string folder;

    private BookFile(string path)
    {
        folder = path + ".files";
        Directory.CreateDirectory(folder);
        // Of the sharing modes only None is kept between processes on Linux, and it would keep readers out of the book itself.
        taken = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        lines = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }

    public IReadOnlyList<BookEntry> Entries { get; private set; } = [];

    /// <exception cref="IOException">The book is open in another simulator.</exception>
    /// <exception cref="InvalidDataException">A whole line of the book cannot be read; the message names it.</exception>
    public static BookFile Open(string path)
    {
        var full = Path.GetFullPath(path);
        var book = new BookFile(full);
        try
        {
            book.Entries = book.ReadAll(full);
            return book;
        }
        catch
        {
            book.Dispose();
            throw;
        }
    }

    public void Append(BookEntry entry)
    {
        var start = lines.Position;
        try
        {
            lines.Write(JsonSerializer.SerializeToUtf8Bytes(entry, SimulatorJson.Options));
            lines.WriteByte((byte)'\n');
            lines.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            lines.SetLength(start);
            throw;
        }
    }

    /// <summary>
    /// Puts a file's bytes on disk; done before the line that names it, so that a line never promises bytes that are not there.
    /// </summary>
    public void KeepBytes(long id, byte[] bytes)
    {
        using var file = new FileStream(PathOf(id), FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    public byte[] ReadBytes(long id) => File.ReadAllBytes(PathOf(id));

    public void Dispose()
    {
        lines.Dispose();
        taken.Dispose();
    }

    private string PathOf(long id) => Path.Combine(folder, $"{id}.bin");

    private List<BookEntry> ReadAll(string path)
    {
        var bytes = new byte[lines.Length];
        lines.ReadExactly(bytes);
        var whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        lines.SetLength(whole);
        lines.Position = whole;

        var entries = new List<BookEntry>();
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            entries.Add(Read(line, entries.Count + 1, path));
        return entries;
    }

    private static BookEntry Read(string line, int number, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<BookEntry>(line, SimulatorJson.Options)!;
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            throw new InvalidDataException(
                $"Line {number} of the simulator's book {path} cannot be read. Move the file away to start an empty book.", problem);
        }
    }
}
