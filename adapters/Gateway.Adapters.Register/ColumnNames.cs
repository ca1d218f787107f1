using Gateway.Contracts.Fields;

namespace Gateway.Adapters.Register;

/// <summary>What the columns of Indonesian complaint registers are called, and the field each of them fills.</summary>
internal static class ColumnNames
{
    /// <summary>The day the office received it; only a register has it, so it is no contract field.</summary>
    public const string Received = "received";

    /// <summary>What the office noted about its own answer.</summary>
    public const string Status = "status";

    // In order of trust: with both "Uraian Pengaduan" and "Pengaduan" in the heading the first is the text.
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["isi"] =
        [
            "isi", "isipengaduan", "isilaporan", "isiaduan", "uraianpengaduan", "uraianlaporan", "uraianaduan", "uraian", "materipengaduan",
            "permasalahan", "pengaduan", "aduan", "keluhan", "laporan", "pesan",
        ],
        ["judul"] = ["judul", "perihal", "subjek", "pokokaduan", "pokokpengaduan"],
        ["klasifikasi"] = ["klasifikasi", "jenislaporan"],
        ["tanggalKejadian"] = ["tanggalkejadian", "tglkejadian", "waktukejadian"],
        ["lokasi"] = ["lokasi", "lokasikejadian", "tempatkejadian", "alamatkejadian", "tempat"],
        ["instansiTujuan"] = ["instansitujuan", "instansi", "opd", "opdtujuan", "dituju", "instansiterkait"],
        ["kategori"] = ["kategori", "bidang", "jenispengaduan"],
        ["anonim"] = ["anonim"],
        ["rahasia"] = ["rahasia"],
        ["name"] = ["name", "namapelapor", "namapengadu", "nama", "namalengkap", "pelapor", "pengadu"],
        ["phone"] = ["phone", "nohp", "nomorhp", "hp", "nohpwa", "nowa", "notelp", "notelepon", "notelphp", "nohptelp", "telepon", "telp", "kontak"],
        ["email"] = ["email", "surel"],
        ["nik"] = ["nik", "noktp"],
        ["address"] = ["address", "alamat", "alamatpelapor", "alamatpengadu"],
        ["handle"] = ["handle"],
        [Received] = ["tanggal", "tgl", "tanggalmasuk", "tglmasuk", "tanggalterima", "tglterima", "tanggalditerima", "tanggalpengaduan", "tanggallaporan", "haritanggal"],
        [Status] = ["status", "ket", "keterangan", "tindaklanjut"],
    };

    public static IEnumerable<string> Fields => Names.Keys;

    public static bool IsField(string name) => Names.ContainsKey(name);

    /// <summary>Field to index of its column, for those the heading has. A mapped field is only looked for under its mapped heading.</summary>
    public static Dictionary<string, int> Find(IReadOnlyList<string> heading, IReadOnlyDictionary<string, string> map)
    {
        var folded = heading.Select(FieldNames.Fold).ToList();
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (field, name) in map)
        {
            if (IsField(field) && folded.IndexOf(FieldNames.Fold(name)) is >= 0 and var column) columns[field] = column;
        }

        var taken = columns.Values.ToHashSet();
        foreach (var (field, names) in Names)
        {
            if (map.ContainsKey(field)) continue;
            var column = names.Select(name => folded.IndexOf(name)).FirstOrDefault(index => index >= 0 && !taken.Contains(index), -1);
            if (column >= 0) columns[field] = column;
        }

        return columns;
    }
}
