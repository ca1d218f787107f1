using System.Security.Cryptography;
using System.Text;

namespace Gateway.Infrastructure.Journal;

/// <summary>
/// Who a node of a shared ledger is: an id in its data folder, the same under whatever name its machine or container starts. Not in the folder of the
/// journal, since it must tell that the journal's disk is away.
/// </summary>
/// <param name="folder">The data folder.</param>
public sealed class NodeMark(string folder)
{
    private const string FileName = "node.id";

    private string? id;

    /// <summary>The id; made when there is none.</summary>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public string Id => id ??= Read() ?? Become(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    /// <summary>Whether it has none yet.</summary>
    public bool IsNew => id is null && Read() is null;

    /// <summary>What it was known by before there was this id: machine and folder.</summary>
    public string Former => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.MachineName} {Path.GetFullPath(folder)}")))[..16];

    /// <summary>Takes another id, durably.</summary>
    public string Become(string other)
    {
        var (path, part) = (Path.Combine(folder, FileName), Path.Combine(folder, FileName + ".part"));
        File.Delete(part);
        using (var file = JournalFile.Create(part))
        {
            file.Write(Encoding.ASCII.GetBytes(other + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
        FolderSync.Flush(folder);
        return id = other;
    }

    private string? Read() => Path.Combine(folder, FileName) is var path && File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } known ? known : null;
}
