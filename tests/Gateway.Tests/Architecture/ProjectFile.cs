using System.Xml.Linq;

namespace Gateway.Tests.Architecture;

/// <summary>What a project file says about who is used.</summary>
internal sealed record ProjectFile(string Path, string Sdk, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages, IReadOnlyList<string> Frameworks, string Text)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public static ProjectFile Parse(SourceFile file)
    {
        var root = XDocument.Parse(file.Text).Root!;
        return new ProjectFile(
            file.Path,
            root.Attribute("Sdk")?.Value ?? "",
            [.. Included("ProjectReference").Select(path => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            [.. Included("PackageReference")],
            [.. Included("FrameworkReference")],
            file.Text);

        IEnumerable<string> Included(string element) => root.Descendants(element).Select(item => item.Attribute("Include")?.Value).OfType<string>();
    }
}
