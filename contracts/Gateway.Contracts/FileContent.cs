namespace Gateway.Contracts;

/// <summary>Raw content in a file that stays where it is.</summary>
public sealed class FileContent(string path) : IRawContent
{
    public string Path => path;

    public long Length => new FileInfo(path).Length;

    public Stream Open() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
}
