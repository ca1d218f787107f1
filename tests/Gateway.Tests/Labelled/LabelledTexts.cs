namespace Gateway.Tests.Labelled;

/// <summary>Invented texts with the judgement a careful officer would give.</summary>
internal static class LabelledTexts
{
    /// <summary>Label and text of each row of a file beside this one.</summary>
    public static IReadOnlyList<(string Label, string Text)> Read(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Labelled", file);
        return
        [
            .. File.ReadLines(path)
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split('\t', 2))
                .Select(columns => (columns[0], columns[1])),
        ];
    }
}
