using System.Runtime.CompilerServices;
using Gateway.Adapters.WebForm;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WebForm;

public sealed class WebFormSamplesTests
{
    private readonly Dictionary<string, Translation> _samples = new WebFormAdapter().Read(Folder())
        .ToDictionary(raw => Path.GetFileName(raw.File)[..2], raw => Posts.Translate(raw, Posts.Channel("""{"map":{"isi":"pesan","judul":"perihal"}}""")));

    [Test]
    public void OnlyTheBrokenAndTheEmptyAreQuarantined() => Assert.That(
        _samples.Where(s => s.Value.Outcome != ItemOutcome.Complaint).Select(s => $"{s.Key} {s.Value.Reasons.Single().Code}"),
        Is.EqualTo(new[] { "05 form-unreadable", "06 no-isi" }));

    [Test]
    public void OnlyTheDateIsInDoubt() => Assert.That(
        _samples.Where(s => s.Value.Outcome == ItemOutcome.Complaint && s.Value.Reasons.Count > 0).Select(s => s.Key),
        Is.EqualTo(new[] { "14" }));

    [Test]
    public void TheDoubleClickAndTheReusedKeyAreWhatTheySay()
    {
        Assert.That(_samples["08"].KeyParts, Is.EqualTo(_samples["07"].KeyParts));
        Assert.That(_samples["10"].KeyParts, Is.EqualTo(_samples["09"].KeyParts));
        Assert.That(_samples["10"].Content, Is.Not.EqualTo(_samples["09"].Content));
    }

    [Test]
    public void PhotoKindsAndPeopleAreFound()
    {
        Assert.That(_samples["03"].Complaints[0].Lampiran.Single().MediaType, Is.EqualTo("image/png"));
        Assert.That(_samples["04"].Reporter, Is.EqualTo(new Reporter("Yohanes Contoh", "0811-0000-0104", "yohanes@warga.example")));
        Assert.That(_samples["11"].Complaints[0].Klasifikasi, Is.EqualTo(Klasifikasi.Aspirasi));
        Assert.That(_samples["12"].Complaints[0].Klasifikasi, Is.EqualTo(Klasifikasi.PermintaanInformasi));
        Assert.That(_samples["13"].Complaints[0].Rahasia, Is.True);
        Assert.That(_samples["15"].Reporter, Is.Null);
        Assert.That(_samples["16"].Complaints[0].Isi, Does.Contain("😢🚧"));
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../docs/samples/webform"));
}
