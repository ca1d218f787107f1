using System.Text.RegularExpressions;
using Gateway.Contracts.Fields;

namespace Gateway.Adapters.Register;

/// <summary>What the columns of Indonesian complaint registers and the questions of forms are called, and the field each of them fills.</summary>
internal static partial class ColumnNames
{
    /// <summary>The day the office received it; only a register has it, so it is no contract field.</summary>
    public const string Received = "received";

    /// <summary>What the office noted about its own answer.</summary>
    public const string Status = "status";

    /// <summary>Whether the citizen lets the name be shown; only questions of forms ask so, and "Tidak" means anonim.</summary>
    public const string Shown = "shown";

    /// <summary>Columns of these hold nothing a complaint needs, but they show that a row is a heading.</summary>
    private static readonly HashSet<string> Numbering = ["no", "nomor", "nourut", "nomorurut", "nomer", "id"];

    // In order of trust: with both "Uraian Pengaduan" and "Pengaduan" in the heading the first is the text.
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["isi"] =
        [
            "isi", "isipengaduan", "isilaporan", "isiaduan", "isikeluhan", "uraianpengaduan", "uraianlaporan", "uraianaduan", "uraiankeluhan", "uraian",
            "uraianmasalah", "uraianpermasalahan", "materipengaduan", "substansipengaduan", "deskripsipengaduan", "deskripsi", "kronologi", "kronologis",
            "permasalahan", "masalah", "pengaduan", "aduan", "keluhan", "laporan", "pesan", "substansi",
        ],
        ["judul"] = ["judul", "perihal", "subjek", "pokokaduan", "pokokpengaduan", "judullaporan", "judulpengaduan", "juduladuan"],
        ["klasifikasi"] = ["klasifikasi", "jenislaporan", "klasifikasilaporan"],
        ["tanggalKejadian"] = ["tanggalkejadian", "tglkejadian", "waktukejadian", "haritanggalkejadian"],
        ["lokasi"] = ["lokasi", "lokasikejadian", "tempatkejadian", "tempat", "alamatkejadian", "lokasipengaduan", "lokasiaduan", "lokasimasalah"],
        ["instansiTujuan"] = ["instansitujuan", "instansi", "opd", "opdtujuan", "dituju", "instansiterkait"],
        ["kategori"] = ["kategori", "bidang", "jenispengaduan", "jenisaduan", "kategoripengaduan", "kategorilaporan"],
        ["anonim"] = ["anonim"],
        ["rahasia"] = ["rahasia"],
        ["name"] = ["name", "namapelapor", "namapengadu", "nama", "namalengkap", "pelapor", "pengadu", "namapemohon", "namalengkapanda", "identitaspelapor", "namawarga"],
        ["phone"] =
        [
            "phone", "nohp", "nomorhp", "hp", "nohpwa", "nowa", "nomorwa", "nowhatsapp", "nomorwhatsapp", "notelp", "notelepon", "nomortelepon", "notelphp", "nohptelp",
            "telepon", "telp", "kontak", "nokontak", "nomorkontak", "nohpaktif", "nomorhandphone", "nohandphone", "handphone",
        ],
        ["email"] = ["email", "surel", "alamatemail", "emailaddress", "alamatsurel", "namapengguna"],
        ["nik"] = ["nik", "noktp", "nonik", "nomorktp", "nomornik", "nomorindukkependudukan"],
        ["address"] = ["address", "alamat", "alamatpelapor", "alamatpengadu", "alamatrumah", "alamatlengkap", "domisili"],
        ["handle"] = ["handle"],
        [Received] =
        [
            "tanggal", "tgl", "tanggalmasuk", "tglmasuk", "tanggalterima", "tglterima", "tanggalditerima", "tglditerima", "tanggalpengaduan", "tglpengaduan", "tanggallaporan",
            "tgllaporan", "tanggaladuan", "haritanggal", "haritgl", "waktulaporan", "stempelwaktu", "capwaktu", "timestamp", "completiontime", "waktupenyelesaian", "starttime", "waktumulai",
        ],
        [Status] = ["status", "ket", "keterangan", "tindaklanjut"],
    };

    // Besides the one that a complaint's status is read from, these tell of an answer too.
    private static readonly HashSet<string> AnswerNames =
    [
        "status", "ket", "keterangan", "tindaklanjut", "jawaban", "tanggapan", "balasan", "respon", "hasil", "penyelesaian", "selesai", "sudahdijawab", "statuspengaduan",
        "statuslaporan", "statustindaklanjut", "statuspenyelesaian", "hasiltindaklanjut", "keterangantindaklanjut", "tindaklanjutpengaduan", "uraiantindaklanjut", "tindaklanjutpenyelesaian",
    ];

    // The questions of a form are sentences of their own; asked for in this order once no plain name fits.
    private static readonly (string Field, Regex Question)[] Questions =
    [
        (Shown, MayShow()), ("anonim", Hide()), ("phone", Phone()), ("email", Email()), ("nik", Nik()), ("name", Person()), ("tanggalKejadian", When()), ("lokasi", Where()), ("address", Home()), ("isi", Matter()),
    ];

    public static IEnumerable<string> Fields => Names.Keys;

    public static bool IsField(string name) => Names.ContainsKey(name);

    public static bool IsNumbering(string heading) => Numbering.Contains(FieldNames.Fold(heading));

    public static bool IsAnswer(string heading) => AnswerNames.Contains(FieldNames.Fold(heading));

    /// <summary>True for a name that stands above columns of registers, whatever it fills.</summary>
    public static bool IsKnown(string heading) =>
        FieldNames.Fold(heading) is { Length: > 0 } folded && (AnswerNames.Contains(folded) || Numbering.Contains(folded) || Names.Values.Any(names => names.Contains(folded)));

    /// <summary>A form that counts in English writes the month first more often than not.</summary>
    public static bool IsEnglishStamp(string heading) => FieldNames.Fold(heading) is "timestamp" or "completiontime" or "starttime";

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

        taken.UnionWith(columns.Values);
        foreach (var (field, question) in Questions)
        {
            if (map.ContainsKey(field) || columns.ContainsKey(field)) continue;
            for (var column = 0; column < heading.Count; column++)
            {
                if (heading[column].Length > LongestQuestion || taken.Contains(column) || IsKnown(heading[column]) || Office().IsMatch(heading[column]) || !question.IsMatch(heading[column])) continue;
                columns[field] = column;
                taken.Add(column);
                break;
            }
        }

        return columns;
    }

    private const int LongestQuestion = 300;

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // The officer's own number is not the citizen's, and a link to a photo is no text.
    [GeneratedRegex(@"\b(petugas|operator|penerima|verifikator|unggah|upload|foto|lampiran|bukti)\b", Words, 2000)]
    private static partial Regex Office();

    [GeneratedRegex(@"\b(identitas|nama)\b.{0,40}\b(boleh|bersedia|dapat|izin\w*)\b.{0,30}\b(di)?(tampil|publikasi|buka|ketahui|sebut|cantum)\w*|\bbersedia\b.{0,30}\b(identitas|nama)\b.{0,30}\b(di)?(tampil|publikasi|buka|ketahui|sebut|cantum)\w*", Words, 2000)]
    private static partial Regex MayShow();

    [GeneratedRegex(@"\b(identitas|nama)\b.{0,40}\b(di)?(rahasia|sembunyi)\w*|\banonim\b", Words, 2000)]
    private static partial Regex Hide();

    [GeneratedRegex(@"\b(nomor|no\.?|nmr)\s{0,3}(hp|telp|telepon|wa|whatsapp|handphone|kontak)\b|\b(whatsapp|telepon|handphone)\b.{0,40}\b(dihubungi|aktif)\b", Words, 2000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(e-?mail|surel)\b", Words, 2000)]
    private static partial Regex Email();

    [GeneratedRegex(@"\bnik\b|\bnomor induk kependudukan\b", Words, 2000)]
    private static partial Regex Nik();

    [GeneratedRegex(@"^\W{0,3}(siapa )?nama (lengkap|anda|pelapor|pengadu|saudara)|\bnama (lengkap|anda|pelapor)\b", Words, 2000)]
    private static partial Regex Person();

    [GeneratedRegex(@"\b(kapan|tanggal|waktu)\b.{0,30}\b(kejadian|terjadi|peristiwa)\b", Words, 2000)]
    private static partial Regex When();

    [GeneratedRegex(@"\b(di ?mana|lokasi|tempat|alamat)\b.{0,30}\b(kejadian|terjadi|masalah|laporan|aduan|pengaduan|peristiwa)\b", Words, 2000)]
    private static partial Regex Where();

    [GeneratedRegex(@"\balamat\b(?!.{0,10}(e-?mail|surel))", Words, 2000)]
    private static partial Regex Home();

    [GeneratedRegex(@"^\W{0,3}(mohon |silakan |harap )?(tulis|tuliskan|sampaikan|jelaskan|uraikan|ceritakan|isi|uraian|deskripsi|apa)\b.{0,60}\b(lapor\w*|laporan|aduan|pengaduan|keluhan|masalah|permasalahan|adukan|sampaikan|kejadian)", Words, 2000)]
    private static partial Regex Matter();
}
