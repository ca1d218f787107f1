using System.Security.Cryptography;
using System.Text;
using Gateway.Infrastructure.Identity;

namespace Gateway.Tests.Infrastructure.Identity;

internal sealed class AesVaultTests
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("Siti Contoh, 0811-0000-0001");

    private static AesVault Vault(byte seed = 1) => new(Enumerable.Repeat(seed, 32).ToArray());

    [Test]
    public void OpensWhatItSealed()
    {
        using var vault = Vault();
        var key = vault.NewKey();

        Assert.That(vault.Open(key, vault.Seal(key, Secret, "reporter"), "reporter"), Is.EqualTo(Secret));
        Assert.That(vault.Open(key, vault.Seal(key, [], "reporter"), "reporter"), Is.Empty);
    }

    [Test]
    public void SealsTheSameBytesDifferentlyEachTime()
    {
        using var vault = Vault();
        var key = vault.NewKey();

        var first = vault.Seal(key, Secret, "reporter");

        Assert.That(vault.Seal(key, Secret, "reporter"), Is.Not.EqualTo(first));
        Assert.That(vault.NewKey(), Is.Not.EqualTo(key));
    }

    [Test]
    public void RefusesAnotherPurposeAnotherKeyAndAnotherMaster()
    {
        using var vault = Vault();
        using var other = Vault(2);
        var key = vault.NewKey();
        var box = vault.Seal(key, Secret, "reporter");

        Assert.That(() => vault.Open(key, box, "complaint"), Throws.InstanceOf<CryptographicException>());
        Assert.That(() => vault.Open(vault.NewKey(), box, "reporter"), Throws.InstanceOf<CryptographicException>());
        Assert.That(() => other.Open(key, box, "reporter"), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public void RefusesEverySingleAlteredByteAndEveryCut()
    {
        using var vault = Vault();
        var key = vault.NewKey();
        var box = vault.Seal(key, Secret, "reporter");

        for (var i = 0; i < box.Length; i++)
        {
            var altered = box.ToArray();
            altered[i] ^= 1;
            Assert.That(() => vault.Open(key, altered, "reporter"), Throws.InstanceOf<CryptographicException>(), $"byte {i}");
            Assert.That(() => vault.Open(key, box.AsSpan(0, i), "reporter"), Throws.InstanceOf<CryptographicException>(), $"cut at {i}");
        }
    }

    [Test]
    public void AnIndexIsTheSameForTheSameMasterAndPurposeAlone()
    {
        using var vault = Vault();
        using var same = Vault();
        using var other = Vault(2);
        var index = vault.Index("phone", Secret);

        Assert.That(index, Has.Length.EqualTo(32));
        Assert.That(same.Index("phone", Secret), Is.EqualTo(index));
        Assert.That(vault.Index("email", Secret), Is.Not.EqualTo(index));
        Assert.That(other.Index("phone", Secret), Is.Not.EqualTo(index));
    }

    [Test]
    public void RefusesAMasterKeyOfAnotherLength() => Assert.That(() => new AesVault(new byte[16]), Throws.ArgumentException);

    [Test]
    public void IdsAreUniqueAndRise()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => new RandomIdentifiers().NewId()).ToList();

        Assert.That(ids, Is.Unique.And.All.Matches("^[0-9a-f]{32}$"));
        Assert.That(Enumerable.Range(0, 1000).Select(_ => new RandomIdentifiers().Chance()), Is.All.InRange(0d, 1d).And.All.LessThan(1d));
    }
}
