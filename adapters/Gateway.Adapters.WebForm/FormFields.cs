using Gateway.Contracts.Fields;

namespace Gateway.Adapters.WebForm;

/// <summary>Which field of a form fills which contract or reporter field: the channel's map first, else the names Indonesian forms use.</summary>
internal static class FormFields
{
    // In order of trust: a form with both `pesan` and `message` is read by the first.
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["isi"] = ["isi", "pesan", "laporan", "keluhan", "uraian", "message", "isilaporan", "isipengaduan", "isiaduan", "aduan", "deskripsi", "uraianpengaduan"],
        ["judul"] = ["judul", "perihal", "subjek", "subject", "title"],
        ["klasifikasi"] = ["klasifikasi", "jenis", "jenislaporan"],
        ["tanggalKejadian"] = ["tanggalkejadian", "tanggal", "tglkejadian", "tgl"],
        ["lokasi"] = ["lokasi", "tempat", "lokasikejadian", "tempatkejadian"],
        ["instansiTujuan"] = ["instansitujuan", "instansi", "opd", "dinas"],
        ["kategori"] = ["kategori"],
        ["anonim"] = ["anonim"],
        ["rahasia"] = ["rahasia"],
        ["name"] = ["name", "nama", "namalengkap", "namapelapor"],
        ["phone"] = ["phone", "telepon", "hp", "nohp", "whatsapp", "telp", "notelp", "notelepon", "nohandphone", "nowa"],
        ["email"] = ["email", "surel", "emailpelapor"],
        ["nik"] = ["nik", "noktp"],
        ["address"] = ["address", "alamat", "alamatpelapor", "alamatrumah"],
        ["handle"] = ["handle"],
    };

    // Only these may stand around a field; the `nama` of an officer or an agency is not the reporter's.
    private static readonly HashSet<string> Wrappers =
    [
        "data", "form", "formulir", "fields", "input", "body", "payload", "laporan", "pengaduan", "aduan", "keluhan", "complaint", "report",
        "pelapor", "reporter", "pengirim", "pengadu", "pemohon", "warga", "identitas", "kontak", "kejadian",
    ];

    private static readonly HashSet<string> InnerNames = ["nama", "name", "value", "label"];

    public static FilledFields Of(PostFields post, FormSettings settings)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        var mapped = settings.Map.Values.Select(Folded).ToHashSet(StringComparer.Ordinal);
        foreach (var (field, names) in Names)
        {
            if (settings.Map.TryGetValue(field, out var name))
            {
                Take(filled, field, post.Values.Where(v => Folded(v.Key) == Folded(name)));
                if (!filled.ContainsKey(field)) Take(filled, field, post.Values.Where(v => Known(v.Key) == Folded(name)));
                continue;
            }

            // What the map gives to one field is not guessed for another as well.
            var free = post.Values.Where(v => !mapped.Contains(Folded(v.Key))).ToLookup(v => Known(v.Key));
            foreach (var known in names.TakeWhile(_ => !filled.ContainsKey(field))) Take(filled, field, free[known]);
        }

        return new FilledFields(filled);
    }

    private static void Take(Dictionary<string, string> filled, string field, IEnumerable<KeyValuePair<string, string>> values)
    {
        var words = values.Select(v => v.Value).Where(v => WrittenWords.Lines(v) is not null).ToList();
        if (words.Count == 0) return;
        filled[field] = field switch
        {
            "isi" => string.Join('\n', words),
            // A tick box is often sent after a hidden "0" of the same name: one yes is a yes.
            "anonim" or "rahasia" => words.FirstOrDefault(w => WrittenChoice.YesNo(field, w) != false) ?? words[0],
            _ => words[0],
        };
    }

    private static string? Known(string path)
    {
        var steps = path.Split('.').Select(FieldNames.Fold).ToArray();
        var last = steps.Length - 1;
        if (last > 0 && InnerNames.Contains(steps[last]) && steps[last - 1] is "instansi" or "instansitujuan" or "opd" or "kategori" or "lokasi") last--;
        return steps[..last].All(Wrappers.Contains) ? steps[last] : null;
    }

    private static string Folded(string path) => string.Join('.', path.Replace("]", "", StringComparison.Ordinal).Replace('[', '.').Split('.').Select(FieldNames.Fold));
}
