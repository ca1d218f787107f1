using System.Text.RegularExpressions;

namespace Gateway.Tests.Architecture;

/// <summary>Names say what a thing is; those that only say that it is a thing are not taken.</summary>
internal sealed partial class NameTests
{
    private static readonly string[] Hollow = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Processor", "Base", "Impl", "Data", "Info"];
    private static readonly string[] Drawers = ["Common", "Shared", "Utils", "Helpers", "Abstractions"];

    [Test]
    public void NoTypeHasAHollowName() => Assert.That(Repository.Sources.SelectMany(HollowNames), Is.Empty);

    [Test]
    public void NoTypeBearsTheNameOfItsNamespace() => Assert.That(Repository.Sources.SelectMany(NamesakesOfNamespaces), Is.Empty);

    [Test]
    public void NoFolderHidesAFrameworkName() => Assert.That(Repository.Sources.SelectMany(HidingFolders), Is.Empty);

    [Test]
    public void NoProjectIsADrawer() => Assert.That(Repository.Projects.SelectMany(DrawerProjects), Is.Empty);

    [TestCase("internal sealed class ComplaintManager")]
    [TestCase("public static class DateUtils")]
    [TestCase("public abstract partial class LedgerBase<T>")]
    [TestCase("public readonly record struct ReporterInfo(string Name);")]
    [TestCase("internal interface IDataSource")]
    public void CanaryReportsAHollowName(string code) =>
        Assert.That(HollowNames(Canary.Source("src/Gateway.Core/A.cs", code)), Has.Exactly(1).Items);

    [Test]
    public void CanaryReportsATypeNamedLikeItsNamespace() =>
        Assert.That(NamesakesOfNamespaces(Canary.Source("src/A.cs", "namespace Gateway.Core.Ledger;\npublic sealed class Ledger;\n")), Has.Exactly(1).Items);

    [TestCase("src/Gateway.Server/Console/Page.cs")]
    [TestCase("src/Gateway.Server/Host/Start.cs")]
    public void CanaryReportsAFolderThatHidesAFrameworkName(string path) =>
        Assert.That(HidingFolders(Canary.Source(path, "")), Has.Exactly(1).Items);

    [TestCase("Gateway.Common")]
    [TestCase("Gateway.Core.Abstractions")]
    public void CanaryReportsADrawerProject(string name) => Assert.That(DrawerProjects(Canary.Project(name, "")), Has.Exactly(1).Items);

    private static IEnumerable<string> HollowNames(SourceFile file) =>
        file.Types.Where(type => Words().Matches(type).Any(word => Hollow.Contains(word.Value))).Select(type => $"{file.Path}: {type}");

    private static IEnumerable<string> NamesakesOfNamespaces(SourceFile file) =>
        file.Types.Where(type => file.Namespace?.Split('.')[^1] == type).Select(type => $"{file.Path}: {type} in {file.Namespace}");

    private static IEnumerable<string> HidingFolders(SourceFile file) =>
        file.Path.Split('/')[..^1].Where(folder => folder is "Console" or "Host").Select(folder => $"{file.Path}: folder {folder}");

    private static IEnumerable<string> DrawerProjects(ProjectFile project) =>
        project.Name.Split('.').Where(part => Drawers.Contains(part)).Select(part => $"{project.Path}: {part}");

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*")]
    private static partial Regex Words();
}
