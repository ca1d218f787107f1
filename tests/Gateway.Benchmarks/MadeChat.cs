using System.Globalization;
using System.Text;

namespace Gateway.Benchmarks;

/// <summary>
/// A made export of a village group as Android writes it in Indonesian: words of one and of several lines, pictures with and without
/// their file, emoji, messages taken back, lines of WhatsApp itself. The same bytes each time.
/// </summary>
internal static class MadeChat
{
    private static readonly string[] Words =
    [
        "Lampu jalan di Jalan Kartini mati sejak kemarin malam, mohon segera diperbaiki karena gelap sekali",
        "Selamat pagi pak, sampah di TPS Sungai Dama sudah tiga hari belum diangkut dan mulai berbau",
        "Air PDAM keruh lagi di Gang Mawar RT 07, anak saya gatal-gatal setelah mandi 🙏",
        "Iya betul, di tempat kami juga begitu",
        "Jembatan kecil dekat SDN 012 retak\nkendaraan berat masih lewat setiap hari\nmohon dipasang portal sebelum ada korban",
        "Baik pak, terima kasih 👍",
        "Angkot jurusan Pasar Segiri menurunkan penumpang di tengah jalan, macet panjang tiap sore",
        "Saluran di depan rumah Bu Endah tersumbat.\nSetiap hujan air masuk rumah.\n\nSudah dua kali kerja bakti tetapi sedimennya terlalu dalam",
        "Ada yang tahu nomor petugas kebersihan?",
        "Antrean di loket puskesmas sejak jam 6 pagi, padahal buka jam 8. Kasihan lansia",
        "Pohon tumbang menutup separuh jalan di tikungan Lempake 😢 hati-hati kalau lewat malam",
        "Mohon info jadwal pemadaman listrik minggu ini untuk wilayah Samarinda Ulu",
    ];

    public static void Write(string path, int megabytes)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
        var at = new DateTime(2024, 1, 1, 6, 0, 0, DateTimeKind.Unspecified);
        var written = 0L;
        for (var i = 0; written < megabytes * 1_000_000L; i++)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{at:dd/MM/yy HH.mm} - {Body(i)}\n");
            file.Write(line);
            written += Encoding.UTF8.GetByteCount(line);
            if (i % 3 != 0) at = at.AddMinutes(1 + (i % 4));
        }
    }

    private static string Body(int i)
    {
        var sender = i % 5 == 0 ? $"Warga RT {i % 40:D2}" : $"+62 811-0000-{i % 300:D4}";
        if (i % 401 == 0) return $"{sender} bergabung menggunakan tautan undangan grup ini";
        if (i % 97 == 0) return $"{sender}: Pesan ini dihapus";
        if (i % 23 == 0) return $"{sender}: <Media tidak disertakan>";
        if (i % 17 == 0) return $"{sender}: IMG-20260601-WA{i % 10000:D4}.jpg (file terlampir)\n{Words[i % Words.Length]}";
        return $"{sender}: {Words[i % Words.Length]}, RT {i % 89}";
    }
}
