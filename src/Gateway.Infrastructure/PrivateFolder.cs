namespace Gateway.Infrastructure;

/// <summary>A folder that its owner alone may enter.</summary>
internal static class PrivateFolder
{
    /// <summary>Makes it with mode 700 where it is not there yet.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
