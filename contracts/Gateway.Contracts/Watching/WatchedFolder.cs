using Gateway.Contracts.Intake;

namespace Gateway.Contracts.Watching;

/// <summary>
/// Looks at a folder in which people put files. A file counts when its size and time stood still between two looks: a copy still
/// under way must not be taken. Files stay where they are; hidden ones are skipped.
/// </summary>
public sealed class WatchedFolder(string folder, string dataDirectory, Func<string, bool> isWanted)
{
    private static readonly EnumerationOptions Visible = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    private readonly string _path = Path.GetFullPath(Path.Combine(dataDirectory, folder));
    private Dictionary<string, WatchedFile> _last = [];

    /// <summary>Wanted files the folder held at the last look, those still being written included.</summary>
    public int Held => _last.Count;

    /// <summary>Files that stood still since the look before, in ordinal order.</summary>
    /// <exception cref="SourceUnavailableException">The folder is not there or may not be read.</exception>
    public IReadOnlyList<WatchedFile> Look()
    {
        var before = _last;
        try
        {
            EnsureExists();
            _last = Directory.EnumerateFiles(_path, "*", Visible).Where(isWanted).Select(See).OfType<WatchedFile>().ToDictionary(file => file.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceUnavailableException(
                $"The folder '{folder}' cannot be read ({e.GetType().Name}). Give the user that runs the gateway the right to read it; the next look takes what waits there.", e);
        }

        return [.. _last.Values.Where(file => before.GetValueOrDefault(file.Path) == file).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private void EnsureExists()
    {
        if (Directory.Exists(_path)) return;
        var home = Path.GetFullPath(dataDirectory).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        if (!_path.StartsWith(home, StringComparison.Ordinal))
        {
            throw new SourceUnavailableException(
                $"The folder '{folder}' does not exist and lies outside the data folder. Create it (mkdir -p '{_path}') or mount the share; it is looked at again by itself.");
        }

        Directory.CreateDirectory(_path);
    }

    // A file that went away between listing and looking is simply not there.
    private static WatchedFile? See(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new WatchedFile(path, file.Length, file.LastWriteTimeUtc) : null;
    }
}
