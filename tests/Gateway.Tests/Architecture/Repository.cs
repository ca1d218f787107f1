using System.Text;

namespace Gateway.Tests.Architecture;

/// <summary>The repository these tests were built from, read as files.</summary>
internal static class Repository
{
    private static readonly string[] Passed = ["bin", "obj", ".git", ".gateway", ".vs", ".idea", "results", "TestResults", "artifacts", "node_modules"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> Read = new(() => [.. Paths().Select(path => new SourceFile(path, File.ReadAllText(FullPath(path), Encoding.UTF8)))]);

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file that people write, with <c>/</c> in its path.</summary>
    public static IReadOnlyList<SourceFile> Files => Read.Value;

    /// <summary>Every C# file, tests too.</summary>
    public static IEnumerable<SourceFile> Sources => Files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>The C# files that are shipped.</summary>
    public static IEnumerable<SourceFile> Shipped => Sources.Where(file => !file.Path.StartsWith("tests/", StringComparison.Ordinal));

    public static IEnumerable<ProjectFile> Projects => Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)).Select(ProjectFile.Parse);

    public static string FullPath(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The text of one file; an empty text when there is none, which every rule about it then reports.</summary>
    public static string Text(string path) => Files.FirstOrDefault(file => file.Path == path)?.Text ?? "";

    private static IEnumerable<string> Paths()
    {
        var folders = new Stack<string>([Root]);
        while (folders.TryPop(out var folder))
        {
            foreach (var inner in Directory.EnumerateDirectories(folder).Where(path => !Passed.Contains(Path.GetFileName(path)))) folders.Push(inner);
            foreach (var file in Directory.EnumerateFiles(folder).Where(path => Path.GetFileName(path) != ".git"))
                yield return Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/');
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gateway.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above '{TestContext.CurrentContext.TestDirectory}' holds Gateway.sln. Run the tests from a checkout.");
    }
}
