using Gateway.Infrastructure.Identity;
using Gateway.Tests.Support;

namespace Gateway.Tests.Infrastructure.Identity;

internal sealed class MasterKeyFileTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("gateway-key").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    private MasterKeyOptions Options => new() { DefaultPath = Path.Combine(_folder, "master.key"), LedgerPath = Path.Combine(_folder, "ledger.db") };

    [Test]
    public void MakesTheDefaultOnceForItsOwnerAlone()
    {
        var key = MasterKeyFile.Load(Options, out var made);
        var again = MasterKeyFile.Load(Options, out var madeAgain);

        Assert.That((made, madeAgain), Is.EqualTo((true, false)));
        Assert.That(key, Has.Length.EqualTo(32).And.EqualTo(again));
        Assert.That(FileModes.Of(Options.DefaultPath), Is.EqualTo(FileModes.OwnerOnly));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1), "no partial file stays");
    }

    [Test]
    public void NeverMakesANewKeyBesideALedgerOfAnother()
    {
        File.WriteAllText(Options.LedgerPath!, "");

        Assert.That(() => MasterKeyFile.Load(Options, out _), Throws.InstanceOf<MasterKeyUnavailableException>().With.Message.Contains("Put the key back"));
        Assert.That(File.Exists(Options.DefaultPath), Is.False);
    }

    [Test]
    public async Task OfTwoThatStartAtOnceBothHaveTheSameKey()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Convert.ToHexString(MasterKeyFile.Load(Options, out var _)))));

        Assert.That(keys.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void ReadsAFileAndTheEnvironmentByReference()
    {
        var text = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());
        var path = Path.Combine(_folder, "kunci.txt");
        File.WriteAllText(path, text + "\n");
        Environment.SetEnvironmentVariable("GATEWAY_TEST_MASTER_KEY", text);

        Assert.That(MasterKeyFile.Load(Options with { Reference = "file:" + path }, out _), Is.All.EqualTo(7));
        Assert.That(MasterKeyFile.Load(Options with { Reference = "env:GATEWAY_TEST_MASTER_KEY" }, out _), Is.All.EqualTo(7));
    }

    [TestCase("env:GATEWAY_TEST_NO_SUCH_KEY", "GATEWAY_TEST_NO_SUCH_KEY")]
    [TestCase("file:no-such-file", "no-such-file")]
    [TestCase("c2VjcmV0", "env:")]
    public void SaysWhichKeyIsMissing(string reference, string named) =>
        Assert.That(() => MasterKeyFile.Load(Options with { Reference = reference }, out _),
            Throws.InstanceOf<MasterKeyUnavailableException>().With.Message.Contains(named));

    [Test]
    public void DoesNotShowAKeyThatIsNoKey()
    {
        File.WriteAllText(Options.DefaultPath, "rahasia-terlalu-pendek");

        Assert.That(() => MasterKeyFile.Load(Options, out _),
            Throws.InstanceOf<MasterKeyUnavailableException>().With.Message.Not.Contains("rahasia-terlalu-pendek"));
    }
}
