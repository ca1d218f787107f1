using System.Text.RegularExpressions;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>Why a path cannot be used, in the language of who reads it.</summary>
internal static partial class PathFault
{
    // ENOSPC, which .NET hands on as it is.
    private const int NoSpace = 28;

    /// <summary>A path that somebody typed.</summary>
    public static string Of(WordList words, string path, Exception fault) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => words["path.missing", path],
        UnauthorizedAccessException => words["path.forbidden", path],
        IOException { HResult: NoSpace } => words["path.full", path],
        _ => words["path.unreadable", path, fault.Message],
    };

    /// <summary>The path that the system names; its own words where it names none.</summary>
    public static string Of(WordList words, Exception fault) =>
        Quoted().Match(fault.Message) is { Success: true } path ? Of(words, path.Groups[1].Value, fault) : words["path.unusable", fault.Message];

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
