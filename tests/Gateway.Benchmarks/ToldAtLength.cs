using System.Text;

namespace Gateway.Benchmarks;

/// <summary>
/// Complaints of any length, each of one matter and told in an order of its own: posts that all bore the same words would be near-duplicates
/// of one another, as no two citizens write them.
/// </summary>
internal static class ToldAtLength
{
    private static readonly string[] Matters =
    [
        "Lampu jalan", "Pipa air bersih", "Jembatan kayu", "Saluran air", "Tempat sampah", "Pagar sekolah", "Halte bus", "Trotoar", "Pohon besar", "Rambu lalu lintas",
        "Lapangan warga", "Jaringan listrik", "Dermaga", "Pasar pagi", "Papan nama jalan", "Pompa banjir", "Puskesmas pembantu", "Turap sungai", "Portal parkir", "Taman bermain",
    ];

    private static readonly string[] Roads =
    [
        "Jalan Kartini", "Jalan Pahlawan", "Jalan Merdeka", "Gang Kenanga", "Jalan Sungai Dama", "Jalan Pelita", "Jalan Cendana", "Gang Rambutan", "Jalan Mulawarman", "Jalan Antasari",
        "Jalan Juanda", "Jalan Suryanata", "Gang Manggis", "Jalan Lambung", "Jalan Padat Karya", "Jalan Bukit Alaya", "Jalan Biawan", "Gang Durian",
    ];

    private static readonly string[] Openings =
    [
        "Sejak minggu lalu", "Setiap malam", "Sesudah hujan deras", "Tiap pagi", "Pada hari kerja", "Kemarin sore", "Menurut tetangga", "Waktu saya lewat", "Sampai hari ini", "Bulan ini",
        "Kata ketua lingkungan", "Kalau air pasang",
    ];

    private static readonly string[] States =
    [
        "keadaannya makin parah", "warga harus memutar jauh", "anak sekolah takut lewat", "pedagang mengeluh pembeli sepi", "pengendara motor sering terpeleset", "orang tua sulit berjalan",
        "belum ada petugas yang datang", "hanya dipasangi tali", "yang diperbaiki baru sebagian", "tukang yang datang tidak kembali", "kendaraan besar tetap melintas", "bau dan lumpur masuk halaman",
        "sudah dicatat tetapi tidak ada kabar", "warga patungan membeli pasir", "perbaikan dijanjikan habis lebaran", "mobil pengangkut tidak bisa masuk",
    ];

    private static readonly string[] Ends =
    [
        "sehingga kami khawatir.", "dan itu sudah lama.", "mohon dilihat langsung.", "padahal jalurnya ramai.", "jadi tolong dijadwalkan.", "seperti tahun sebelumnya.", "walau sudah kami laporkan.",
        "terutama dekat simpang.", "di depan warung.", "dari ujung ke ujung.", "tanpa pemberitahuan.",
    ];

    /// <summary>What a complaint is about; the number makes it one of many of its kind.</summary>
    public static string Title(int number) => $"{Of(Matters, number)} nomor {number} di {Of(Roads, number / Matters.Length)}";

    /// <summary>Words of ASCII, so many characters, the same for the same number.</summary>
    public static string Words(int number, int length)
    {
        // A benchmark sends the same in each run.
        var random = new Random(number);
        var words = new StringBuilder($"{Title(number)} rusak. ", length + 200);
        while (words.Length < length) words.Append($"{random.GetItems(Openings, 1)[0]} {random.GetItems(States, 1)[0]} {random.GetItems(Ends, 1)[0]} ");
        return words.ToString(0, length);
    }

    private static string Of(string[] values, int number) => values[number % values.Length];
}
