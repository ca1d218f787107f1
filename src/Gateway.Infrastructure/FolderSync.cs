using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Gateway.Infrastructure;

/// <summary>Makes a rename in a folder durable. .NET cannot open a folder, so this asks the C library.</summary>
internal static class FolderSync
{
    private const int ReadOnlyCloseOnExec = 0x80000;

    /// <exception cref="IOException">The folder could not be synced: whether the new name survives a power cut is not known.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = open(Encoding.UTF8.GetBytes(folder + "\0"), ReadOnlyCloseOnExec);
        if (descriptor < 0) throw Failed(folder);
        try
        {
            if (fsync(descriptor) != 0) throw Failed(folder);
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    private static IOException Failed(string folder)
    {
        var why = new Win32Exception(Marshal.GetLastPInvokeError());
        return new IOException($"The folder '{folder}' could not be synced to disk: {why.Message}", why);
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int descriptor);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int descriptor);
}
