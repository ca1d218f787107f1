using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Gateway.Adapters.Register;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.Register;

/// <summary>Whole registers against what was agreed to come out of them. A difference leaves <c>*.actual.json</c> beside the copied input.</summary>
internal sealed class GoldenRegisterTests
{
    private static string Folder => Path.Combine(TestContext.CurrentContext.TestDirectory, "Golden", "Register");

    [Test]
    public void EachOfAtLeastFifteenRegistersBecomesWhatWasAgreed()
    {
        var files = Directory.GetFiles(Folder).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        Assert.That(files, Has.Count.GreaterThanOrEqualTo(15));
        Assert.That(files.Where(file => !IsAsAgreed(file)).Select(Path.GetFileName).ToList(), Is.Empty);
    }

    [Test, Explicit("Writes the workbooks anew when their builder changed.")]
    public void WriteTheWorkbooks()
    {
        foreach (var (name, bytes) in GoldenWorkbooks.All) File.WriteAllBytes(Path.Combine(Here(), "../../Golden/Register", name), bytes);
    }

    private static bool IsAsAgreed(string file)
    {
        var adapter = new RegisterAdapter();
        var raw = adapter.Read(file).Single() with { File = Path.GetFileName(file) };
        return GoldenPair.Holds(file, new JsonArray([.. adapter.Translator.Translate(raw, Registers.Channel()).Select(GoldenPair.Shown)]));
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
