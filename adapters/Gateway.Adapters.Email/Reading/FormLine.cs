using System.Text;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>One field of a form as its notification writes it: <c>Label: value</c>, <c>Label * value</c>, or the label above the value.</summary>
internal sealed partial class FormLine
{
    // A label that stands alone above its answer.
    private const int LongestAlone = 50;

    private readonly string first;
    private StringBuilder? more;

    private FormLine(FormField kind, string label, string first)
    {
        Kind = kind;
        Label = label;
        this.first = first;
    }

    public FormField Kind { get; }

    public string Label { get; }

    /// <summary>Its lines, <c>\n</c> between them.</summary>
    public string Value => (more?.ToString() ?? first).Trim();

    /// <summary>The next line may still be of it.</summary>
    public bool TakesMore => Kind is FormField.Text or FormField.Other or FormField.Address or FormField.Place || Value.Length == 0;

    /// <summary>A line under no label.</summary>
    public static FormLine Loose(string line) => new(FormField.Other, "", line);

    /// <summary>Null when the line begins no field: it belongs to the one before.</summary>
    public static FormLine? Parse(string line)
    {
        if (line.Length > 4_000) return null;
        var (begin, end, below) = LabelLine.Find(line);
        var isLabelled = end > 0;
        if (!isLabelled && (line.Length > LongestAlone || line.AsSpan().Trim().Count(' ') > 4)) return null;
        var label = isLabelled ? line[begin..end].Trim(' ', '*', '"', '-', '•') : line.Trim();
        if (FormLabels.Of(label) is { } kind) return new FormLine(kind, label, isLabelled ? line[below..].Trim(' ', '*') : "");
        // A sentence with a colon in it is no label: those are short and begin with a capital.
        return isLabelled && Unknown().IsMatch(label) ? new FormLine(FormField.Other, label, line[below..].Trim()) : null;
    }

    public void Append(string line) => (more ??= new StringBuilder(first)).Append('\n').Append(line);

    [GeneratedRegex(@"^\p{Lu}[\p{L}\d/.-]*(?:\s[\p{L}\d/.()-]+){0,3}$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Unknown();
}
