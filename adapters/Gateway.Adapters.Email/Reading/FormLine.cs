using System.Text;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>One field of a form as its notification writes it: <c>Label: value</c>, <c>Label * value</c>, or the label above the value.</summary>
internal sealed partial class FormLine
{
    // A label that stands alone above its answer.
    private const int LongestAlone = 50;

    // A bullet, spaces and the words of the expression below.
    private const int LongestLabel = 66;

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
        var labelled = MayBeLabelled(line) ? Labelled().Match(line) : Match.Empty;
        if (!labelled.Success && (line.Length > LongestAlone || line.AsSpan().Trim().Count(' ') > 4)) return null;
        var label = labelled.Success ? labelled.Groups["label"].Value.Trim(' ', '*', '"', '-', '•') : line.Trim();
        if (FormLabels.Of(label) is { } kind) return new FormLine(kind, label, labelled.Success ? labelled.Groups["value"].Value.Trim(' ', '*') : "");
        // A sentence with a colon in it is no label: those are short and begin with a capital.
        return labelled.Success && Unknown().IsMatch(label) ? new FormLine(FormField.Other, label, labelled.Groups["value"].Value.Trim()) : null;
    }

    // No label is so long that a sign behind letters could stand further back.
    private static bool MayBeLabelled(string line)
    {
        var sign = line.AsSpan().IndexOfAny(":=：\t*");
        return sign >= 0 && (sign <= LongestLabel || char.IsWhiteSpace(line[sign - 1]));
    }

    public void Append(string line) => (more ??= new StringBuilder(first)).Append('\n').Append(line);

    [GeneratedRegex(@"^[\s*•-]{0,6}(?<label>[^:*=\t]{2,60}?)\s*(?:\*?\s*[:=：]\s*\*?|\s\*\s|\t)\s*(?<value>.*)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^\p{Lu}[\p{L}\d/.-]*(?:\s[\p{L}\d/.()-]+){0,3}$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Unknown();
}
