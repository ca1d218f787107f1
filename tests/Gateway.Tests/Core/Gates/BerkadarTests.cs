using Gateway.Core.Gates;

namespace Gateway.Tests.Core.Gates;

/// <summary>Words of abuse of authority hold a complaint, however they are bent or broken over lines.</summary>
internal sealed class BerkadarTests
{
    [TestCase("Ada PUNGLI saat uji KIR", "pungli")]
    [TestCase("terjadi pungutan liar di pasar", "pungutan liar")]
    [TestCase("terjadi pungutan\nliar di pasar", "pungutan liar")]
    [TestCase("minta  uang 50 ribu", "minta uang")]
    [TestCase("Petugas meminta uang 50 ribu", "meminta uang")]
    [TestCase("kami diminta uang", "diminta uang")]
    [TestCase("kami dimintai uang", "dimintai uang")]
    [TestCase("Dipungli tiga kali", "dipungli")]
    [TestCase("dugaan korupsi dana desa", "korupsi")]
    [TestCase("dana desa tidak jelas ke mana", "dana desa tidak jelas")]
    [TestCase("penyalahgunaan wewenang oleh lurah", "penyalahgunaan ... wewenang")]
    [TestCase("proyek mark-up", "mark up")]
    [TestCase("oknum pegawai", "oknum pegawai")]
    public void HoldsWhatSpeaksOfAbuse(string text, string word) => Assert.That(Berkadar.Hit(text), Is.EqualTo(word));

    [TestCase("Genset bantuan sekarang bunyinya dari ruko, itu rumah pak kadus.", "bantuan ... dari ruko ... pak kadus")]
    [TestCase("Yang lulus nomor 9, keponakan pak kepala.", "lulus ... keponakan ... pak kepala")]
    [TestCase("Di tanda terima tertulis 30 dus, yang datang cuma sepuluh.", "tanda terima ... # dus ... yang datang")]
    public void HoldsWhatIsSaidByNoWordAlone(string text, string signs) => Assert.That(Berkadar.Hit(text), Is.EqualTo(signs));

    [TestCase("Genset bantuan rusak, pak kadus sudah melapor.")]
    [TestCase("Keponakan saya belum dapat KTP.")]
    public void ASignAloneSaysNothing(string text) => Assert.That(Berkadar.Hit(text), Is.Null);

    [Test]
    public void SignsFarApartBelongToDifferentThings() =>
        Assert.That(Berkadar.Hit("Keponakan kami hilang. " + string.Concat(Enumerable.Repeat("Banjir belum surut. ", 10)) + "Sekdes lulus."), Is.Null);

    [TestCase("Lampu jalan mati di depan pasar")]
    [TestCase("Ibu sedang menyuapi anaknya di puskesmas")]
    [TestCase("Mohon informasi permintaan uangan kembali")]
    [TestCase("")]
    public void LetsOrdinaryWordsPass(string text) => Assert.That(Berkadar.Hit(text), Is.Null);
}
