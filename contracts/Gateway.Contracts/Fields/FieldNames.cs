namespace Gateway.Contracts.Fields;

/// <summary>The fields that a form or a register can fill, by their contract names, and how a foreign name is compared with others.</summary>
public static class FieldNames
{
    /// <summary>Fields of <see cref="Contracts.Complaint"/> that a person fills in.</summary>
    public static IReadOnlyList<string> OfComplaint { get; } =
    [
        "isi", "judul", "klasifikasi", "tanggalKejadian", "lokasi", "instansiTujuan", "kategori", "anonim", "rahasia",
    ];

    /// <summary>Fields of <see cref="Contracts.Reporter"/>.</summary>
    public static IReadOnlyList<string> OfReporter { get; } = ["name", "phone", "email", "nik", "address", "handle"];

    /// <summary>True for a field of either.</summary>
    public static bool IsKnown(string name) => OfComplaint.Contains(name) || OfReporter.Contains(name);

    /// <summary>Letters and digits in lower case: <c>No. HP</c>, <c>no_hp</c> and <c>noHp</c> are one name.</summary>
    public static string Fold(string name) =>
        string.Create(name.Count(char.IsLetterOrDigit), name, static (folded, written) =>
        {
            var at = 0;
            foreach (var c in written)
                if (char.IsLetterOrDigit(c)) folded[at++] = char.ToLowerInvariant(c);
        });

    /// <summary>True when a text folds to these letters; a long text is not folded to learn that it does not.</summary>
    public static bool IsFolded(string text, string folded)
    {
        var at = 0;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            if (at == folded.Length || char.ToLowerInvariant(c) != folded[at++]) return false;
        }

        return at == folded.Length;
    }
}
