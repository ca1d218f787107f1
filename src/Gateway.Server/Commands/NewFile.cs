using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>A file into which a command writes what a citizen gave: new, and only its owner may read it.</summary>
internal static class NewFile
{
    /// <summary>Makes it, empty.</summary>
    /// <exception cref="CommandException">There is such a file already, or it cannot be written.</exception>
    public static FileStream Create(string path, WordList words)
    {
        if (Path.Exists(path)) throw new CommandException(2, words["file.exists", path]);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new FileStream(path, options);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(2, words["file.not-written", path, refused.Message]);
        }
    }
}
