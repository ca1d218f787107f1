using System.Diagnostics;

namespace Gateway.Tests.Support;

/// <summary>A disk of its own and of few bytes (tmpfs), that a test may fill. Root alone can make one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("gateway-disk-").FullName;

    /// <param name="megabytes">Its size.</param>
    public SmallDisk(int megabytes)
    {
        if (!Run("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m,mode=700", "tmpfs", root], out var refused))
        {
            Directory.Delete(root);
            Assert.Ignore($"SKIPPED: no tmpfs can be mounted here, so that no disk can be filled. Run it as root. mount says: {refused}");
        }
    }

    public string Root => root;

    private string Ballast => Path.Combine(root, "ballast");

    public long Free => new DriveInfo(root).AvailableFreeSpace;

    /// <summary>Fills it until so many bytes are left, or makes room until so many are free.</summary>
    public void Leave(long bytes)
    {
        using var file = new FileStream(Ballast, FileMode.OpenOrCreate, FileAccess.Write);
        var wanted = file.Length + Free - bytes;
        file.SetLength(Math.Min(file.Length, Math.Max(0, wanted)));
        file.Seek(0, SeekOrigin.End);
        var block = new byte[1 << 16];
        while (file.Length < wanted)
        {
            file.Write(block, 0, (int)Math.Min(block.Length, wanted - file.Length));
            file.Flush();
        }
    }

    /// <summary>Takes the very last byte, whatever else is written meanwhile.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        for (var size = 1 << 16; size > 0;)
        {
            try
            {
                file.Write(new byte[size]);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    /// <summary>Makes all the room there is.</summary>
    public void Clear() => File.Delete(Ballast);

    public void Dispose()
    {
        Assert.That(Run("umount", [root], out var refused), Is.True, refused);
        Directory.Delete(root);
    }

    private static bool Run(string program, string[] arguments, out string refused)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        refused = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
