using Gateway.Adapters.WebForm.Settings;
using Gateway.Contracts.Fields;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>
/// Which field of a form fills which contract or reporter field: the channel's map first, else the names and questions that
/// Indonesian forms use, else the channel's default.
/// </summary>
internal static class FormFields
{
    // Only these may stand around a field; the `nama` of an officer or an agency is not the reporter's.
    private static readonly HashSet<string> Wrappers =
    [
        "data", "form", "formulir", "fields", "input", "body", "payload", "laporan", "pengaduan", "aduan", "keluhan", "complaint", "report",
        "pelapor", "reporter", "pengirim", "pengadu", "pemohon", "warga", "identitas", "kontak", "kejadian",
    ];

    // Ticked in a box of any name: who asks not to be shown must not be, whatever the field is called.
    private static readonly string[] Wishes = ["anonim", "rahasia"];

    private static readonly HashSet<string> InnerNames = ["nama", "name", "value", "label"];

    public static FilledFields Of(PostFields post, FormSettings settings)
    {
        var names = FormNames.Of(settings.Preset?.Name);
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        // What the map gives to one field is not guessed for another as well.
        var mapped = settings.Map.Values.SelectMany(sought => sought).SelectMany(sought => Sought(post, sought, names)).ToHashSet(ReferenceEqualityComparer.Instance);
        var free = post.Values.Where(value => !mapped.Contains(value)).ToLookup(value => Known(value, names));
        foreach (var (field, known) in names.Fields)
        {
            if (settings.Map.TryGetValue(field, out var wanted))
            {
                foreach (var sought in wanted) Take(filled, field, Sought(post, sought, names));
                continue;
            }

            foreach (var name in known.TakeWhile(_ => !filled.ContainsKey(field))) Take(filled, field, free[name]);
        }

        foreach (var field in Wishes.Where(field => !settings.Map.ContainsKey(field) && !filled.ContainsKey(field)))
            if (free.SelectMany(values => values).Any(value => FieldNames.IsFolded(value.Value, field))) filled[field] = "ya";
        foreach (var (field, words) in settings.Defaults) filled.TryAdd(field, words);
        return new FilledFields(filled);
    }

    // The exact place, else the name, else the question, else what the name amounts to.
    private static IEnumerable<PostValue> Sought(PostFields post, string sought, FormNames names)
    {
        var (path, title) = (Folded(sought), FieldNames.Fold(sought));
        Func<PostValue, bool>[] ways =
        [
            value => Folded(value.Path) == path,
            value => Folded(value.Name) == path,
            value => value.Title is not null && FieldNames.Fold(value.Title) == title,
            value => Known(value, names) == path,
        ];
        return ways.Select(way => post.Values.Where(value => way(value) && WrittenWords.Lines(value.Value) is not null)).FirstOrDefault(found => found.Any()) ?? [];
    }

    private static void Take(Dictionary<string, string> filled, string field, IEnumerable<PostValue> values)
    {
        var words = values.Select(v => v.Value).Where(v => WrittenWords.Lines(v) is not null).ToList();
        if (words.Count == 0) return;
        if (field == "isi") filled[field] = string.Join('\n', filled.TryGetValue(field, out var before) ? words.Prepend(before) : words);
        // A tick box is often sent after a hidden "0" of the same name: one yes is a yes.
        else if (field is "anonim" or "rahasia") filled.TryAdd(field, words.FirstOrDefault(w => WrittenChoice.YesNo(field, w) != false) ?? words[0]);
        else filled.TryAdd(field, words[0]);
    }

    private static string? Known(PostValue value, FormNames names)
    {
        if (value.IsFile) return null;
        if (value.Title is not null && names.Known(value.Title) is { } asked) return asked;
        var steps = value.Name.Split('.');
        var last = steps.Length - 1;
        if (last > 0 && InnerNames.Contains(FieldNames.Fold(steps[last])) && FieldNames.Fold(steps[last - 1]) is "instansi" or "instansitujuan" or "opd" or "kategori" or "lokasi") last--;
        // A name such as "No. HP" has a point of its own.
        return steps[..last].Select(FieldNames.Fold).All(Wrappers.Contains) ? names.Known(steps[last]) : last == steps.Length - 1 ? names.Known(value.Name) : null;
    }

    private static string Folded(string path) => string.Join('.', path.Replace("]", "", StringComparison.Ordinal).Replace('[', '.').Split('.').Select(FieldNames.Fold));
}
