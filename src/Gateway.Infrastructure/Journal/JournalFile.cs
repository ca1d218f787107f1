using System.Security.Cryptography;

namespace Gateway.Infrastructure.Journal;

/// <summary>The bytes of a journal on the disk.</summary>
internal static class JournalFile
{
    // Far longer than the longest line.
    private const int TailLength = 64 * 1024;

    private const string AsideEnd = ".aside";

    /// <summary>Makes a new one with mode 600.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    /// <summary>Writes a line, durably.</summary>
    public static void Write(FileStream file, JournalLine line)
    {
        file.Write(line.Bytes());
        file.Flush(flushToDisk: true);
    }

    /// <summary>Copies one to where none is, durably.</summary>
    public static void Copy(Stream from, string target)
    {
        var part = target + ".part";
        File.Delete(part);
        using (var to = Create(part))
        {
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
        }

        File.Move(part, target);
        FolderSync.Flush(Path.GetDirectoryName(target)!);
    }

    /// <summary>Its heading; null when that is missing or was changed.</summary>
    public static JournalLine? Heading(FileStream file)
    {
        file.Seek(0, SeekOrigin.Begin);
        var start = new byte[1024];
        var count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var end = start.AsSpan(0, count).IndexOf((byte)'\n');
        return end > 0 && JournalLine.Read(start.AsSpan(0, end)) is { } heading && heading.IsHeading() ? heading : null;
    }

    /// <summary>Id of the one at a place; null when there is none, or it has none that can be read.</summary>
    public static string? IdOf(string path)
    {
        try
        {
            if (!File.Exists(path)) return null;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return Heading(file)?.Id;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Whoever opens it for writing is told.
            return null;
        }
    }

    /// <summary>The last whole line and where it ends.</summary>
    public static (JournalLine Line, long End)? Tail(FileStream file)
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

    /// <summary>
    /// Moves one out of the way. What it says still counts before a create, but it proves nothing any more: a line at its end breaks it, since it may
    /// look whole and miss what was sent while it was away.
    /// </summary>
    /// <returns>Where it lies now.</returns>
    public static string PutAside(string path)
    {
        using (var file = new FileStream(path, FileMode.Append, FileAccess.Write))
        {
            file.Write("\nput aside: lines are missing\n"u8);
            file.Flush(flushToDisk: true);
        }

        var aside = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}{AsideEnd}";
        File.Move(path, aside);
        return aside;
    }

    /// <summary>Those that were moved out of its way, oldest first.</summary>
    public static IEnumerable<string> Asides(string path) =>
        Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + ".*" + AsideEnd).OrderBy(File.GetLastWriteTimeUtc).ThenBy(aside => aside, StringComparer.Ordinal);
}
