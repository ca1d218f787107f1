namespace Gateway.Tests.Architecture;

/// <summary>Holds the table of who may use whom (design: "Who may use whom").</summary>
internal sealed class ReferenceTests
{
    [Test]
    public void EveryProjectUsesOnlyWhatTheTableAllows() =>
        Assert.That(Repository.Projects.SelectMany(Faults), Is.Empty);

    [Test]
    public void KnowsEveryProjectOfTheHouse() =>
        Assert.That(
            Repository.Projects.Select(project => project.Name),
            Is.EquivalentTo(new[]
            {
                "Gateway.Contracts", "Gateway.Adapters.Email", "Gateway.Adapters.WhatsApp", "Gateway.Adapters.WebForm", "Gateway.Adapters.Register",
                "Gateway.Core", "Gateway.Infrastructure", "Gateway.Server", "Gateway.Simulator", "Gateway.Tests", "Gateway.Benchmarks",
            }));

    [TestCase("Gateway.Contracts", "Gateway.Core", null)]
    [TestCase("Gateway.Contracts", null, "Microsoft.Extensions.Logging.Abstractions")]
    [TestCase("Gateway.Adapters.Email", "Gateway.Core", null)]
    [TestCase("Gateway.Adapters.WebForm", "Gateway.Adapters.Register", null)]
    [TestCase("Gateway.Adapters.Register", null, "MailKit")]
    [TestCase("Gateway.Core", "Gateway.Infrastructure", null)]
    [TestCase("Gateway.Core", null, "Microsoft.Extensions.Hosting")]
    [TestCase("Gateway.Core", null, "Dapper")]
    [TestCase("Gateway.Infrastructure", "Gateway.Adapters.Email", null)]
    [TestCase("Gateway.Infrastructure", "Gateway.Server", null)]
    [TestCase("Gateway.Infrastructure", null, "Spectre.Console")]
    [TestCase("Gateway.Simulator", "Gateway.Contracts", null)]
    [TestCase("Gateway.Simulator", null, "Refit")]
    [TestCase("Gateway.Server", null, "MassTransit.RabbitMQ")]
    [TestCase("Gateway.Stranger", null, null)]
    public void CanaryReportsAForbiddenUse(string project, string? reference, string? package)
    {
        var items = (reference is null ? "" : Canary.Reference(reference)) + (package is null ? "" : Canary.Package(package));

        Assert.That(Faults(Canary.Project(project, items)), Has.Exactly(1).Items);
    }

    [TestCase("Gateway.Core", "Microsoft.NET.Sdk.Web")]
    [TestCase("Gateway.Adapters.Email", "Microsoft.NET.Sdk.Web")]
    public void CanaryReportsTheWebWhereItIsNotAllowed(string project, string sdk) =>
        Assert.That(Faults(Canary.Project(project, "", sdk)), Has.Exactly(1).Items);

    [Test]
    public void CanaryReportsAFrameworkWhereItIsNotAllowed() =>
        Assert.That(Faults(Canary.Project("Gateway.Contracts", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""")), Has.Exactly(1).Items);

    private static IEnumerable<string> Faults(ProjectFile project)
    {
        if (project.Name is "Gateway.Server" or "Gateway.Tests" or "Gateway.Benchmarks")
            return project.Name == "Gateway.Server" ? Packages(project) : [];
        if (Allowed(project.Name) is not { } allowed) return [$"{project.Path}: the table does not name this project."];
        return
        [
            .. project.Projects.Except(allowed).Select(other => $"{project.Path}: may not use {other}."),
            .. Packages(project),
            .. Web(project),
        ];
    }

    private static string[]? Allowed(string project) => project switch
    {
        "Gateway.Contracts" or "Gateway.Simulator" => [],
        "Gateway.Core" or "Gateway.Adapters.Email" or "Gateway.Adapters.WhatsApp" or "Gateway.Adapters.WebForm" or "Gateway.Adapters.Register" => ["Gateway.Contracts"],
        "Gateway.Infrastructure" => ["Gateway.Core", "Gateway.Contracts"],
        _ => null,
    };

    private static IEnumerable<string> Packages(ProjectFile project) =>
        project.Packages.Where(package => !MayTake(project.Name, package)).Select(package => $"{project.Path}: may not take the package {package}.");

    private static bool MayTake(string project, string package)
    {
        if (project == "Gateway.Contracts") return false;
        if (project == "Gateway.Core")
            return package.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && package.EndsWith(".Abstractions", StringComparison.Ordinal);
        return Technology.All.FirstOrDefault(technology => technology.OwnsPackage(package)) is not { } owned || owned.Projects.Contains(project);
    }

    private static IEnumerable<string> Web(ProjectFile project)
    {
        if (project.Name is "Gateway.Adapters.WebForm" or "Gateway.Infrastructure" or "Gateway.Simulator") yield break;
        if (project.Frameworks.Count > 0 || project.Sdk.EndsWith(".Web", StringComparison.Ordinal)) yield return $"{project.Path}: may not see ASP.NET.";
    }
}
