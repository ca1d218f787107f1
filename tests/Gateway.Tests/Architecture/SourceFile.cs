using System.Text.RegularExpressions;

namespace Gateway.Tests.Architecture;

/// <summary>One file of the repository, as the rules of the house look at it.</summary>
/// <param name="Path">From the root, with <c>/</c>.</param>
/// <param name="Text">All of it.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The lines without those that are only a comment, so that prose may name what code may not use.</summary>
    public IEnumerable<string> Code => Text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    public int Lines => Text.Split('\n').Length - (Text.EndsWith('\n') ? 1 : 0);

    public string? Namespace => NamespaceLine().Match(Text) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>Names of the types that are declared here.</summary>
    public IEnumerable<string> Types => Code.Select(line => TypeLine().Match(line)).Where(found => found.Success).Select(found => found.Groups["name"].Value);

    /// <summary>True when code here imports the namespace or writes a name inside it.</summary>
    public bool Uses(string name) => Code.Any(line =>
        Regex.IsMatch(line, $@"^\s*(global\s+)?using\s+(static\s+)?(\w+\s*=\s*)?(global::)?{Regex.Escape(name)}\b")
        || Regex.IsMatch(line, $@"(?<![\w.""]){Regex.Escape(name)}\.[A-Z]"));

    public override string ToString() => Path;

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^\s*((public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(class|interface|enum|struct|record(\s+(class|struct))?)\s+(?<name>[A-Z]\w*)\b")]
    private static partial Regex TypeLine();
}
