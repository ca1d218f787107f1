namespace Gateway.Contracts.Fields;

/// <summary>
/// Contract and reporter fields as somebody filled them in, still words; form and register both end here. What cannot be read is
/// left null with a doubt, so that a person sees it and nothing is guessed.
/// </summary>
/// <param name="values">Field name (<see cref="FieldNames"/>) to words.</param>
public sealed class FilledFields(IReadOnlyDictionary<string, string> values)
{
    public string? Isi => WrittenWords.Lines(values.GetValueOrDefault("isi"));

    /// <summary>Who it is, or null when no field of the reporter is filled.</summary>
    public Reporter? Reporter
    {
        get
        {
            var reporter = new Reporter(Line("name"), Line("phone"), Line("email"), Line("nik"), Line("address"), Line("handle"));
            return reporter.IsUnknown ? null : reporter;
        }
    }

    /// <summary>The same fields with some replaced by hand.</summary>
    public FilledFields With(IReadOnlyDictionary<string, string> set)
    {
        var merged = new Dictionary<string, string>(values, StringComparer.Ordinal);
        foreach (var (field, words) in set) merged[field] = words;
        return new FilledFields(merged);
    }

    /// <summary>The complaint these fields make. Only to be asked when <see cref="Isi"/> is not null.</summary>
    /// <param name="source">Where it stood.</param>
    /// <param name="doubts">Receives a reason for each field that could not be read.</param>
    public Complaint ToComplaint(Provenance source, ICollection<Reason> doubts) => new()
    {
        Isi = Isi ?? "",
        Judul = Line("judul"),
        Klasifikasi = Choice("klasifikasi", "klasifikasi-unknown", doubts),
        TanggalKejadian = Date("tanggalKejadian", doubts),
        Lokasi = Line("lokasi"),
        InstansiTujuan = Line("instansiTujuan"),
        Kategori = Line("kategori"),
        Anonim = Hidden("anonim", doubts),
        Rahasia = Hidden("rahasia", doubts),
        Source = source,
    };

    /// <summary>The day in a field, null with the doubt <c>date-unreadable</c> when it is filled but no day.</summary>
    public DateOnly? Date(string field, ICollection<Reason> doubts)
    {
        if (Line(field) is not { } words) return null;
        var day = WrittenDate.Read(words);
        if (day is null) doubts.Add(new Reason("date-unreadable", field));
        return day;
    }

    private Klasifikasi? Choice(string field, string doubt, ICollection<Reason> doubts)
    {
        if (Line(field) is not { } words) return null;
        var kind = WrittenChoice.Klasifikasi(words);
        if (kind is null) doubts.Add(new Reason(doubt));
        return kind;
    }

    // Unclear words hide: what was published cannot be taken back, what was hidden a person can open.
    private bool Hidden(string field, ICollection<Reason> doubts)
    {
        if (Line(field) is not { } words) return false;
        var yes = WrittenChoice.YesNo(field, words);
        if (yes is null) doubts.Add(new Reason("yes-no-unclear", field));
        return yes ?? true;
    }

    private string? Line(string field) => WrittenWords.Line(values.GetValueOrDefault(field));
}
