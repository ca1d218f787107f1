namespace Gateway.Tests.Support;

/// <summary>Modes of files, where a system has them.</summary>
internal static class FileModes
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The mode of a file; on Windows always the owner's alone, since there it is kept by the folder.</summary>
    public static UnixFileMode Of(string path) => OperatingSystem.IsWindows() ? OwnerOnly : File.GetUnixFileMode(path);
}
