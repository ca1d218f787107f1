namespace Gateway.Server.Composition;

/// <summary>The right to open a data folder: one process at a time (flock). The system gives it back when the process dies.</summary>
internal sealed class HouseLock : IDisposable
{
    private const string FileName = "gateway.lock";

    private readonly FileStream file;

    private HouseLock(FileStream file) => this.file = file;

    /// <summary>The lock, or null when another process has it.</summary>
    public static HouseLock? TryTake(string dataDirectory)
    {
        try
        {
            return new HouseLock(new FileStream(Path.Combine(dataDirectory, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>True when another process has the folder now. Makes nothing in it.</summary>
    public static bool IsTaken(string dataDirectory)
    {
        if (!File.Exists(Path.Combine(dataDirectory, FileName))) return false;
        using var taken = TryTake(dataDirectory);
        return taken is null;
    }

    public void Dispose() => file.Dispose();
}
