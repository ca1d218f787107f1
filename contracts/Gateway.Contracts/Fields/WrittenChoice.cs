namespace Gateway.Contracts.Fields;

/// <summary>The choices of a form in the words it uses: yes or no, and the kind of report. Null: none of the words known.</summary>
public static class WrittenChoice
{
    private static readonly HashSet<string> Yes = ["ya", "iya", "y", "true", "1", "on", "yes", "benar", "checked"];

    private static readonly HashSet<string> No = ["tidak", "tdk", "t", "n", "false", "0", "off", "no", "bukan", ""];

    /// <summary>Yes or no. A box that sends its own name as value (<c>anonim=anonim</c>) is ticked.</summary>
    public static bool? YesNo(string field, string text)
    {
        var word = FieldNames.Fold(text);
        return Yes.Contains(word) || word == FieldNames.Fold(field) ? true : No.Contains(word) ? false : null;
    }

    public static Klasifikasi? Klasifikasi(string text) => FieldNames.Fold(text) switch
    {
        "pengaduan" or "aduan" or "keluhan" or "complaint" => Contracts.Klasifikasi.Pengaduan,
        "aspirasi" or "saran" or "usulan" or "masukan" => Contracts.Klasifikasi.Aspirasi,
        "permintaaninformasi" or "permohonaninformasi" or "informasi" => Contracts.Klasifikasi.PermintaanInformasi,
        _ => null,
    };
}
