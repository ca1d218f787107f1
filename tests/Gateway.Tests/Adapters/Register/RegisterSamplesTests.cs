using System.Runtime.CompilerServices;
using Gateway.Adapters.Register;

namespace Gateway.Tests.Adapters.Register;

public sealed class RegisterSamplesTests
{
    [Test]
    public void TheSampleShowsEveryOutcome()
    {
        var raw = new RegisterAdapter().Read(Folder()).Single();

        Assert.That(Registers.Translate(raw).Select(Registers.Said), Is.EqualTo(new[]
        {
            "5 Ignored heading-row", "6 Complaint", "7 Complaint", "8 Complaint already-answered", "9 Complaint", "10 Complaint",
            "11 Complaint", "12 Ignored empty-row", "13 Complaint date-unreadable", "14 Quarantined no-isi", "15 Quarantined row-ragged",
            "16 Complaint", "17 Complaint already-answered", "18 Complaint", "19 Complaint",
        }));
    }

    [Test]
    public void APathThatIsNotThereCannotBeOpened() =>
        Assert.That(() => new RegisterAdapter().Read(Path.Combine(Folder(), "none.csv")).ToList(), Throws.InstanceOf<IOException>());

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../docs/samples/register"));
}
