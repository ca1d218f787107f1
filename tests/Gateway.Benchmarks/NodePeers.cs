using System.Globalization;

namespace Gateway.Benchmarks;

/// <summary>
/// The programs of <c>peers/</c> with their packages, installed for one run into a folder of their own: exact versions by the lock file,
/// nothing left behind.
/// </summary>
internal sealed class NodePeers : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gateway-peers-").FullName;

    public NodePeers()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Runs.Root, "tests", "Gateway.Benchmarks", "peers")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        Runs.Of(folder, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
    }

    /// <summary>Runs a script over a file some times in one process.</summary>
    public (TimeSpan Took, Passes Passes) Run(string script, string file, int passes)
    {
        var (took, line) = Runs.Of(folder, "node", script, file, passes.ToString(CultureInfo.InvariantCulture));
        return (took, Passes.Read(line));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
