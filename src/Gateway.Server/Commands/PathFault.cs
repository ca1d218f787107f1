using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>Why a path that somebody typed cannot be read, in their language.</summary>
internal static class PathFault
{
    public static string Of(WordList words, string path, Exception fault) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => words["path.missing", path],
        UnauthorizedAccessException => words["path.forbidden", path],
        _ => words["path.unreadable", path, fault.Message],
    };
}
