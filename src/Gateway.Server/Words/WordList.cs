using System.Collections.Frozen;
using Gateway.Contracts;

namespace Gateway.Server.Words;

/// <summary>Words for people, from the embedded resource <c>words.tsv</c>: code, Bahasa Indonesia, English.</summary>
public sealed class WordList
{
    /// <summary>How commands begin in the words; a data folder that was given is repeated behind it.</summary>
    private const string Launcher = "./gateway ";

    private static readonly FrozenDictionary<string, (string Id, string En)> Lines = Load();

    private readonly string? withData;

    private WordList(string language, string? data) => (Language, withData) = (language, data is null ? null : $"{Launcher}--data {Quoted(data)} ");

    /// <summary><c>id</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>The languages there are.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["id", "en"];

    /// <summary>All codes that have words.</summary>
    public static IEnumerable<string> Codes => Lines.Keys;

    /// <summary>The words in a language; anything but <c>en</c> is Bahasa Indonesia.</summary>
    /// <param name="language"><c>id</c> or <c>en</c>.</param>
    /// <param name="data">Data folder that the commands in the words repeat as <c>--data</c>; null when none was given.</param>
    public static WordList In(string? language, string? data = null) => new(language == "en" ? "en" : "id", data);

    /// <summary>The words of a code, with <c>{0}</c>, <c>{1}</c> ... filled in. A code without words is shown itself.</summary>
    public string this[string code, params object?[] values]
    {
        get
        {
            if (!Lines.TryGetValue(code, out var line)) return values.Length == 0 ? code : $"{code}: {string.Join(", ", values)}";
            var text = Language == "en" ? line.En : line.Id;
            if (withData is not null) text = text.Replace(Launcher, withData, StringComparison.Ordinal);
            for (var i = 0; i < values.Length; i++) text = text.Replace($"{{{i}}}", values[i]?.ToString() ?? "", StringComparison.Ordinal);
            return text;
        }
    }

    /// <summary>A reason in words; its detail fills <c>{0}</c> or follows in brackets.</summary>
    public string Of(Reason reason)
    {
        var text = this[reason.Code];
        // Without a detail nothing may be left of its place: "Held by an officer. {0}", "Paused by an officer: {0}".
        if (text.Contains("{0}", StringComparison.Ordinal)) return text.Replace("{0}", reason.Detail ?? "", StringComparison.Ordinal).TrimEnd(' ', ':');
        return reason.Detail is null ? text : $"{text} ({reason.Detail})";
    }

    // A folder name that the shell would take apart.
    private static string Quoted(string path) =>
        path.All(letter => char.IsLetterOrDigit(letter) || letter is '/' or '.' or '-' or '_' or '~') ? path : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static FrozenDictionary<string, (string, string)> Load()
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream("words.tsv")
            ?? throw new InvalidOperationException("The resource words.tsv is missing from the build.");
        using var reader = new StreamReader(stream);
        var lines = new Dictionary<string, (string, string)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var code, var id, var en]) lines[code] = (id, en);
        }

        return lines.ToFrozenDictionary();
    }
}
