namespace Gateway.Simulator.Masters;

/// <summary>Some instansi of East Kalimantan, so that a mapping has something to name. The names are real, the numbers invented.</summary>
internal static class Institutions
{
    public static IReadOnlyList<MasterRow> All { get; } =
    [
        new(1, "Pemerintah Provinsi Kalimantan Timur"),
        new(101, "Dinas Perhubungan Provinsi Kalimantan Timur"),
        new(102, "Dinas Pendidikan dan Kebudayaan Provinsi Kalimantan Timur"),
        new(103, "Dinas Lingkungan Hidup Provinsi Kalimantan Timur"),
        new(104, "Dinas Kehutanan Provinsi Kalimantan Timur"),
        new(105, "Dinas Perkebunan Provinsi Kalimantan Timur"),
        new(106, "Dinas Komunikasi dan Informatika Provinsi Kalimantan Timur"),
        new(107, "Dinas Energi dan Sumber Daya Mineral Provinsi Kalimantan Timur"),
        new(108, "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Provinsi Kalimantan Timur"),
        new(109, "Badan Penanggulangan Bencana Daerah Provinsi Kalimantan Timur"),
        new(110, "Inspektorat Daerah Provinsi Kalimantan Timur"),
        new(111, "RSUD Abdoel Wahab Sjahranie"),
        new(112, "RSUD dr. Kanujoso Djatiwibowo"),
        new(201, "Pemerintah Kabupaten Berau"),
        new(202, "Pemerintah Kabupaten Kutai Barat"),
        new(203, "Pemerintah Kabupaten Kutai Kartanegara"),
        new(204, "Pemerintah Kabupaten Kutai Timur"),
        new(205, "Pemerintah Kabupaten Mahakam Ulu"),
        new(206, "Pemerintah Kabupaten Paser"),
        new(207, "Pemerintah Kabupaten Penajam Paser Utara"),
        new(208, "Pemerintah Kota Balikpapan"),
        new(209, "Pemerintah Kota Bontang"),
        new(210, "Pemerintah Kota Samarinda"),
    ];

    /// <summary>The instansi a field names, by id as text; null when unknown or not given.</summary>
    public static MasterRow? Find(string? id) => long.TryParse(id, out var number) ? All.FirstOrDefault(row => row.Id == number) : null;
}
