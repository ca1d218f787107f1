using System.Text.RegularExpressions;

namespace Gateway.Tests.Architecture;

/// <summary>The repository knows nothing of the machine it was written on.</summary>
internal sealed partial class PlaceTests
{
    [Test]
    public void NoFileNamesAPathOfTheMachine() => Assert.That(Repository.Files.SelectMany(Places), Is.Empty);

    [Test]
    public void CanaryReportsAPathOfTheMachine()
    {
        Assert.That(Places(Canary.Source("docs/a.md", "See ../" + "shared/design.md")), Has.Exactly(1).Items);
        Assert.That(Places(Canary.Source("docs/a.md", "first line\ncd /" + "work/main")), Is.EqualTo(new[] { "docs/a.md:2" }));
    }

    [Test]
    public void LetsAnAddressHaveAnyPath() => Assert.That(Places(Canary.Source("docs/a.md", "https://kaltim.example/wo" + "rk/rules")), Is.Empty);

    private static IEnumerable<string> Places(SourceFile file) =>
        file.Text.Split('\n').Select((line, i) => (line, i)).Where(at => Path().IsMatch(at.line)).Select(at => $"{file.Path}:{at.i + 1}");

    [GeneratedRegex(@"\.\.[/]shared\b|(?<![\w.-])[/]work[/]")]
    private static partial Regex Path();
}
