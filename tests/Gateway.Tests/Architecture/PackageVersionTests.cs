using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gateway.Tests.Architecture;

/// <summary>One exact version of each package, in one place.</summary>
internal sealed partial class PackageVersionTests
{
    [Test]
    public void EveryVersionIsExactAndCentral()
    {
        Assert.That(Loose(Repository.Text("Directory.Packages.props")), Is.Empty);
        Assert.That(Repository.Projects.SelectMany(Local), Is.Empty);
    }

    [Test]
    public void EveryPackageInUseHasACentralVersion()
    {
        var central = Versions(Repository.Text("Directory.Packages.props")).Select(version => version.Package).ToHashSet();

        Assert.That(Repository.Projects.SelectMany(project => project.Packages).Except(central), Is.Empty);
    }

    [TestCase("8.5.12")]
    [TestCase("[8.5.12,)")]
    [TestCase("[8.5.*]")]
    [TestCase("8.*")]
    public void CanaryReportsALooseVersion(string version) =>
        Assert.That(Loose($"""<Project><ItemGroup><PackageVersion Include="Dapper" Version="{version}" /></ItemGroup></Project>"""), Has.Exactly(1).Items);

    [TestCase("Version")]
    [TestCase("VersionOverride")]
    public void CanaryReportsAVersionInAProject(string attribute) =>
        Assert.That(Local(Canary.Project("Gateway.Core", $"""<PackageReference Include="Dapper" {attribute}="[2.1.86]" />""")), Has.Exactly(1).Items);

    private static IEnumerable<string> Loose(string props) =>
        Versions(props).Where(version => !Exact().IsMatch(version.Version)).Select(version => $"{version.Package} {version.Version}: write [x.y.z].");

    private static IEnumerable<(string Package, string Version)> Versions(string props) =>
        XDocument.Parse(props).Descendants("PackageVersion").Select(item => (item.Attribute("Include")!.Value, item.Attribute("Version")?.Value ?? ""));

    private static IEnumerable<string> Local(ProjectFile project) =>
        XDocument.Parse(project.Text).Descendants("PackageReference")
            .Where(item => item.Attribute("Version") is not null || item.Attribute("VersionOverride") is not null || item.Element("Version") is not null)
            .Select(item => $"{project.Path}: the version of {item.Attribute("Include")?.Value} belongs into Directory.Packages.props.");

    [GeneratedRegex(@"^\[\d+\.\d+\.\d+(\.\d+)?(-[\w.]+)?\]$")]
    private static partial Regex Exact();
}
