using System.Text.RegularExpressions;
using Gateway.Contracts;

namespace Gateway.Tests.Architecture;

/// <summary>Each technology stays in its room.</summary>
internal sealed partial class TechnologyTests
{
    [Test]
    public void EachTechnologyStaysInItsRoom() => Assert.That(Repository.Shipped.SelectMany(Strays), Is.Empty);

    [Test]
    public void RoomsOfTheInfrastructureDoNotUseEachOther() => Assert.That(Repository.Shipped.SelectMany(Neighbours), Is.Empty);

    [Test]
    public void NoChannelKindIsSwitchedOnOutsideTheAdapters() => Assert.That(Repository.Shipped.SelectMany(KindSwitches), Is.Empty);

    [Test]
    public void TheContractsShowNoTypeOfAnotherPackage()
    {
        var strangers = typeof(Complaint).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("System" or "netstandard"));

        Assert.That(strangers, Is.Empty, "Only the framework: MassTransit and its like stay out of the language all parts share.");
    }

    [TestCase("src/Gateway.Server/Program.cs", "using MassTransit;")]
    [TestCase("src/Gateway.Server/Program.cs", "global using static MassTransit.Bus;")]
    [TestCase("src/Gateway.Server/Program.cs", "var bus = MassTransit.Bus.Factory;")]
    [TestCase("src/Gateway.Infrastructure/Central/A.cs", "using Dapper;")]
    [TestCase("src/Gateway.Infrastructure/Ledger/A.cs", "using Row = Refit.ApiException;")]
    [TestCase("src/Gateway.Infrastructure/Messaging/A.cs", "using Microsoft.Data.Sqlite;")]
    [TestCase("adapters/Gateway.Adapters.WebForm/A.cs", "using MimeKit;")]
    [TestCase("src/Gateway.Core/Relay/A.cs", "using Microsoft.AspNetCore.Http;")]
    [TestCase("src/Gateway.Core/Relay/A.cs", "using Spectre.Console;")]
    [TestCase("src/Gateway.Core/Attachments/A.cs", "using ImageMagick;")]
    public void CanaryReportsATechnologyOutsideItsRoom(string path, string code) =>
        Assert.That(Strays(Canary.Source(path, code)), Has.Exactly(1).Items);

    [TestCase("src/Gateway.Server/Program.cs", "// using MassTransit;")]
    [TestCase("src/Gateway.Server/Program.cs", "logging.AddFilter(\"MassTransit\", LogLevel.Warning);")]
    [TestCase("src/Gateway.Infrastructure/Messaging/A.cs", "using MassTransit;")]
    public void DoesNotReportWhatIsAllowed(string path, string code) =>
        Assert.That(Strays(Canary.Source(path, code)), Is.Empty);

    [TestCase("src/Gateway.Infrastructure/Central/A.cs", "using Gateway.Infrastructure.Ledger;")]
    [TestCase("src/Gateway.Infrastructure/Payloads/A.cs", "var vault = new Infrastructure.Identity.Vault();")]
    public void CanaryReportsARoomThatUsesItsNeighbour(string path, string code) =>
        Assert.That(Neighbours(Canary.Source(path, code)), Has.Exactly(1).Items);

    [TestCase("src/Gateway.Core/Gates/A.cs", "case \"email\": return true;")]
    [TestCase("src/Gateway.Server/Workers/A.cs", "\"whatsapp\" => OpenFolder(),")]
    public void CanaryReportsASwitchOnTheChannelKind(string path, string code) =>
        Assert.That(KindSwitches(Canary.Source(path, code)), Has.Exactly(1).Items);

    private static IEnumerable<string> Strays(SourceFile file) =>
        from technology in Technology.All
        where !technology.Admits(file) && technology.Namespaces.Any(file.Uses)
        select $"{file.Path} uses {technology.Name}, which belongs to {string.Join(", ", technology.Rooms)}";

    private static IEnumerable<string> Neighbours(SourceFile file)
    {
        if (InRoom().Match(file.Path) is not { Success: true } room) return [];
        return file.Code.Select(line => RoomUsed().Match(line))
            .Where(used => used.Success && used.Groups[1].Value != room.Groups[1].Value)
            .Select(used => $"{file.Path} uses the room {used.Groups[1].Value}: {used.Value}");
    }

    private static IEnumerable<string> KindSwitches(SourceFile file)
    {
        if (file.Path.StartsWith("adapters/", StringComparison.Ordinal) || file.Path.EndsWith("/Composition/ChannelAdapters.cs", StringComparison.Ordinal)) return [];
        return file.Code.Where(line => KindCase().IsMatch(line)).Select(line => $"{file.Path} switches on the kind of channel: {line.Trim()}");
    }

    [GeneratedRegex(@"^src/Gateway\.Infrastructure/(\w+)/")]
    private static partial Regex InRoom();

    [GeneratedRegex(@"\bInfrastructure\.([A-Z]\w*)\b")]
    private static partial Regex RoomUsed();

    [GeneratedRegex("""case "(email|whatsapp|webform|register)"|"(email|whatsapp|webform|register)"( or "\w+")* =>""")]
    private static partial Regex KindCase();
}
