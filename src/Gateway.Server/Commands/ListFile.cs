using Gateway.Contracts;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>A list that a person brings as a file. It is read inside <c>serve</c>, whose memory it must not fill and which must not wait for it.</summary>
internal static class ListFile
{
    // A table takes some ten times its size to read; a machine may have 1 GB.
    private const int MostMiB = 32;

    /// <summary>The file, still to be read.</summary>
    /// <exception cref="CommandException">It is missing, no ordinary file, or too large.</exception>
    public static FileContent Of(string path, WordList words)
    {
        try
        {
            // A pipe has no length, and a list that has none holds nothing.
            var length = Directory.Exists(path) ? 0 : new FileInfo(path).Length;
            if (length == 0) throw new CommandException(3, words["list-file.not-ordinary", path]);
            if (length > MostMiB << 20) throw new CommandException(3, words["list-file.too-large", path, Sizes.Of(length), MostMiB]);
            return new FileContent(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(3, PathFault.Of(words, path, unreadable));
        }
    }
}
