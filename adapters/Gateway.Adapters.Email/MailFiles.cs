using Gateway.Adapters.Email.Reading;
using Gateway.Contracts;

namespace Gateway.Adapters.Email;

/// <summary>
/// The mail files under a path: .eml files and Maildirs, recursively, in ordinal order. A file that is no mail is listed too and ends in
/// quarantine, where a person sees it; only what mail servers keep for themselves is left out.
/// </summary>
internal static class MailFiles
{
    private static readonly HashSet<string> Bookkeeping = new(["maildirsize", "maildirfolder", "subscriptions"], StringComparer.Ordinal);

    /// <exception cref="IOException">The path does not exist or cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The path may not be read.</exception>
    public static IReadOnlyList<string> Under(string path)
    {
        if (Directory.Exists(path))
        {
            var found = new List<string>();
            Collect(new DirectoryInfo(path), path, found);
            found.Sort(StringComparer.Ordinal);
            return found;
        }

        // A path given by hand must open, or the person who gave it hears of it.
        using var opened = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return [path];
    }

    /// <summary>True when the file holds several mails. False also when it cannot be read, which is said elsewhere.</summary>
    public static bool IsMbox(IRawContent content)
    {
        try
        {
            using var stream = content.Open();
            return Mbox.Is(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Collect(DirectoryInfo folder, string prefix, List<string> found)
    {
        var entries = folder.GetFileSystemInfos();
        var isMaildir = entries.Any(entry => entry is DirectoryInfo && entry.Name is "cur" or "new");
        foreach (var entry in entries)
        {
            if (entry.Name.StartsWith('.')) continue;
            var path = Path.Combine(prefix, entry.Name);
            if (entry is DirectoryInfo inner)
            {
                var isUnfinished = isMaildir && inner.Name == "tmp";
                if (!isUnfinished && inner.LinkTarget is null) Collect(inner, path, found);
            }
            else if (!Bookkeeping.Contains(entry.Name) && !entry.Name.StartsWith("dovecot", StringComparison.Ordinal))
            {
                found.Add(path);
            }
        }
    }
}
