using System.Globalization;

namespace Gateway.Tests.Labelled;

/// <summary>One labelled item of a folder of inputs: they and their labels were written by somebody who had not read the rules.</summary>
/// <param name="File">Path in the folder; its own first folder is the kind of the channel.</param>
/// <param name="Item">1 for a mail or a post, first and last line of a group of messages, row of a register.</param>
/// <param name="Expected">What a careful officer would want, the better answer first: <c>complaint</c> (may leave unseen), <c>held</c>, <c>followup</c>, <c>ignored</c>, <c>quarantined</c>.</param>
/// <param name="Why">What makes it so.</param>
internal sealed record FreshItem(string File, string Item, IReadOnlyList<string> Expected, string Why)
{
    private static readonly string[] Kinds = ["email", "whatsapp", "webform", "register"];

    public string Kind => File[..File.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The first line of a group, or the whole of <see cref="Item"/>.</summary>
    public int First => Line(Item.Split('-')[0]);

    /// <summary>Where the inputs of a folder beside this file lie.</summary>
    public static string PathOf(string folder) => Path.Combine(TestContext.CurrentContext.TestDirectory, "Labelled", folder);

    /// <summary>The items of the label files that a pattern names.</summary>
    public static IReadOnlyList<FreshItem> Of(string folder, string labels) =>
    [
        .. Directory.EnumerateFiles(PathOf(folder), labels)
            .SelectMany(file => System.IO.File.ReadLines(file).Skip(1))
            .Select(line => line.Split('\t'))
            .Select(columns => new FreshItem(columns[0], columns[1], columns[2].Split('|'), columns[3]))
            .OrderBy(item => Array.IndexOf(Kinds, item.Kind))
            .ThenBy(item => item.File, StringComparer.Ordinal),
    ];

    private static int Line(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
