using System.Collections.Concurrent;
using System.Text;
using Gateway.Contracts.Fields;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>
/// The names under which forms keep a field, and the questions with which they ask for it, from <c>names.tsv</c>: those of
/// everybody, and those of one preset.
/// </summary>
internal sealed class FormNames
{
    // Words around a question that ask politely and name nothing.
    private static readonly HashSet<string> Around =
    [
        "silakan", "silahkan", "mohon", "harap", "tolong", "tuliskan", "tulis", "isikan", "diisi", "masukkan", "sebutkan", "jelaskan", "ceritakan", "pilih", "siapa", "apakah",
        "apa", "di", "mana", "dimana", "berapa", "yang", "dapat", "bisa", "dihubungi", "aktif", "anda", "saudara", "kamu", "bapak", "ibu", "opsional", "wajib", "jika",
        "bila", "ada", "secara", "singkat", "jelas", "lengkap", "dan", "dengan", "ini",
    ];

    private static readonly ConcurrentDictionary<string, FormNames> ByPreset = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _fieldOf = new(StringComparer.Ordinal);

    private FormNames(string preset)
    {
        foreach (var (field, name) in Lines(preset)) _fieldOf.TryAdd(name, field);
        Fields = Lines(preset).GroupBy(line => line.Field, line => line.Name).ToDictionary(names => names.Key, IReadOnlyList<string> (names) => [.. names], StringComparer.Ordinal);
    }

    /// <summary>Field to its names, the most trusted first: a form with both `pesan` and `message` is read by the first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; }

    /// <param name="preset">Name of a preset, or null for the names of everybody.</param>
    public static FormNames Of(string? preset) => ByPreset.GetOrAdd(preset ?? "-", static name => new FormNames(name));

    /// <summary>The known name that a name or question amounts to; null when it is none.</summary>
    public string? Known(string asked)
    {
        if (Exact(FieldNames.Fold(asked)) is { } name) return name;
        if (!asked.Any(char.IsWhiteSpace) && !asked.Contains('/', StringComparison.Ordinal)) return null;
        if (Exact(Bare(asked)) is { } bare) return bare;
        // "Tempat/tanggal lahir" asks for something else than a place: every part must ask for the same.
        var parts = asked.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => Exact(Bare(part))).ToList();
        return parts is [{ } first, _, ..] && parts.All(part => part is not null && _fieldOf[part] == _fieldOf[first]) ? first : null;
    }

    private string? Exact(string folded)
    {
        if (_fieldOf.ContainsKey(folded)) return folded;
        var letters = folded.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return letters.Length < folded.Length && _fieldOf.ContainsKey(letters + "#") ? letters + "#" : null;
    }

    // "Silakan tuliskan isi laporan Anda (wajib) *" asks for the isi laporan.
    private static string Bare(string question)
    {
        var open = question.IndexOf('(', StringComparison.Ordinal);
        var words = (open > 0 ? question[..open] : question).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(FieldNames.Fold).Where(word => word.Length > 0).ToList();
        while (words.Count > 1 && Around.Contains(words[0])) words.RemoveAt(0);
        while (words.Count > 1 && Around.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        return string.Concat(words);
    }

    private static IEnumerable<(string Field, string Name)> Lines(string preset)
    {
        using var stream = typeof(FormNames).Assembly.GetManifestResourceStream("names.tsv")
            ?? throw new InvalidOperationException("names.tsv is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split('\t')).Where(cells => cells.Length == 3 && cells[0][0] != '#').ToList();
        // What a preset calls a field counts before what others call it.
        return lines.Where(cells => cells[0] == preset && preset != "-").Concat(lines.Where(cells => cells[0] == "-")).Select(cells => (cells[1], cells[2]));
    }
}
