using System.Text;
using System.Text.Json;

namespace Gateway.Simulator.Book;

/// <summary>
/// The book on disk: JSON Lines, each line on disk (fsync) before its call is answered, a half-written last line dropped when
/// it is opened again. The open file is the lock against a second simulator on the same book.
/// </summary>
internal sealed class BookFile : IDisposable
{
    private readonly FileStream lines;
    private readonly string folder;

    private BookFile(FileStream lines, string folder) => (this.lines, this.folder) = (lines, folder);

    public IReadOnlyList<BookEntry> Entries { get; private set; } = [];

    /// <exception cref="InvalidDataException">A whole line of the book cannot be read; the message names it.</exception>
    public static BookFile Open(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = full + ".files";
        Directory.CreateDirectory(folder);
        var book = new BookFile(new FileStream(full, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read), folder);
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

    /// <summary>Puts a file's bytes on disk; done before the line that names it, so that a line never promises bytes that are not there.</summary>
    public void KeepBytes(long id, byte[] bytes)
    {
        using var file = new FileStream(PathOf(id), FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    public byte[] ReadBytes(long id) => File.ReadAllBytes(PathOf(id));

    public void Dispose() => lines.Dispose();

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
