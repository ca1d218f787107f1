using Gateway.Core.Duplicates;
using Gateway.Core.Identity;
using Gateway.Infrastructure.Identity;
using Gateway.Tests.Support;

namespace Gateway.Tests.Labelled;

/// <summary>How well copies of a complaint are told from its look-alikes, on labelled texts, by index and words together.</summary>
internal sealed class DuplicateTests
{
    private const int MostCompared = 20;

    [TestCase(false)]
    [TestCase(true)]
    public void TellsCopiesFromLookAlikes(bool apart)
    {
        var measure = DuplicateMeasure.Of(apart, MostCompared);

        TestContext.Out.WriteLine(measure.Told);
        Assert.That(measure.Recall, Is.AtLeast(0.95), measure.Told);
        Assert.That(measure.FalseHolds, Is.AtMost(0.01), measure.Told);
        Assert.That(measure.LookAlikesHeld, Is.AtMost(0.04), measure.Told);
    }

    [Test]
    public void TheSetIsLargeEnough() =>
        Assert.That(DuplicateSet.Read(false).Concat(DuplicateSet.Read(true)).Count(row => row.Kind == "base"), Is.AtLeast(120));

    [TestCase("lmapu jalan di jl cendana mati", "Lampu jalan di Jl. Cendana padam.", "same-matter")]
    [TestCase("Lampu jalan di Jl. Cendana RT 5 mati", "Lampu jalan di Jl. Cendana RT 15 mati", null)]
    [TestCase("Lampu jalan di Jl. Cendana mati", "Lampu jalan di Jl. Kemuning mati", null)]
    [TestCase("Lampu jalan di Jl. Cendana mati", "Sampah di Jl. Cendana menumpuk", null)]
    [TestCase("lampu jalan mati", "Lampu jalan di Jl. Cendana mati", null)]
    public void SaysWhy(string one, string other, string? code) => Assert.That(Match.Of(Likeness.Of(Wording.Of(one), Wording.Of(other)))?.Code, Is.EqualTo(code));

    [TestCase("Pipa PDAM di Jl. Cendana RT 5 pecah, air terbuang.", "Pipa PDAM di Jl. Cendana RT 5 pecah lagi, air terbuang. Yang dulu sudah diperbaiki.", false)]
    [TestCase("Pipa PDAM di Jl. Cendana RT 5 pecah, air terbuang.", "Pipa PDAM di Jl. Cendana RT 5 pecah, air terbuang lagi. Belum pernah diperbaiki.", true)]
    [TestCase("Pipa PDAM di Jl. Cendana RT 5 pecah, air terbuang.", "Pipa PDAM di Jl. Cendana RT 5 pecah, air terbuang. Sudah lama belum juga diperbaiki.", true)]
    public void WhatBrokeAgainAfterItWasMendedIsNotSurelyTheSame(string first, string later, bool isSure) =>
        Assert.That(Match.Of(Likeness.Of(Wording.Of(first), Wording.Of(later)))?.IsSure, Is.EqualTo(isSure));

    [TestCase("Apakah pohon di depan rumah saya di Jl. Cendana boleh ditebang sendiri? Siapa yang dihubungi?", "Pohon di depan rumah saya di Jl. Cendana sudah ditebang petugas, batangnya ditinggal begitu saja. Tolong ditebang sampai habis dan diangkut.", false)]
    [TestCase("Kami warga RT 5 Jl. Cendana menolak pembangunan menara sinyal di sini.", "Mohon pembangunan menara sinyal di Jl. Cendana RT 5 segera dimulai, sinyal buruk.", false)]
    [TestCase("Guru kelas 4A SD Cendana jarang masuk, mengajar sembilan hari sebulan.", "pak guru kls 4C SD Cendana jarang masuk, ngajar 9 hari aja sebulan", false)]
    [TestCase("Permohonan sertifikat saya atas nama Sutrisna di BPN sudah setahun belum selesai.", "sertifikat saya an wartoyo di bpn udah setahun blm selesai", false)]
    [TestCase("Septic tank rumah nomor 20 Jl. Cendana meluap ke parit, saya di nomor 18.", "Tinja dari rumah nomor 20 Jl. Cendana meluap ke parit depan warung saya nomor 24.", true)]
    [TestCase("Galian pipa di Jl. Cendana dibiarkan terbuka sudah dua minggu, pekerjanya hilang.", "galian pipa di jl cendana ga ditutup2 2 minggu, pekerjanya ilang", true)]
    public void ReadsWhoAsksWhoIsAgainstAndWhatANeighbourAdds(string one, string other, bool isOne) =>
        Assert.That(Match.Of(Likeness.Of(Wording.Of(one), Wording.Of(other))), isOne ? Is.Not.Null : Is.Null);

    [Test]
    public void TheValuesSayNothingWithoutTheKey()
    {
        using var mine = new AesVault(Some.Key("mine"));
        using var theirs = new AesVault(Some.Key("theirs"));
        var told = Wording.Of("Lampu jalan di Jl. Cendana depan SDN 012 padam sudah seminggu.");

        Assert.That(Values(mine).Intersect(Values(theirs)), Is.Empty);
        using var again = new AesVault(Some.Key("mine"));
        Assert.That(Values(again), Is.EqualTo(Values(mine)));

        IEnumerable<long> Values(IVault vault) => Signature.Of(told, vault.Index("content", [1]), vault);
    }
}
