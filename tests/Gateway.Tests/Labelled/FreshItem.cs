using System.Globalization;

namespace Gateway.Tests.Labelled;

/// <summary>One labelled item of <c>Labelled/fresh</c>: inputs and labels that were written before anybody read the rules.</summary>
/// <param name="File">Path in <c>fresh</c>; the first folder is the kind of the channel.</param>
/// <param name="Item">1 for a mail or a post, first and last line of a group of messages, row of a register.</param>
/// <param name="Expected">What a careful officer would want, the better answer first: <c>complaint</c> (may leave unseen), <c>held</c>, <c>followup</c>, <c>ignored</c>, <c>quarantined</c>.</param>
/// <param name="Why">What makes it so.</param>
internal sealed record FreshItem(string File, string Item, IReadOnlyList<string> Expected, string Why)
{
    private static readonly string[] Kinds = ["email", "whatsapp", "webform", "register"];

    public string Kind => File[..File.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The first line of a group, or the whole of <see cref="Item"/>.</summary>
    public int First => Line(Item.Split('-')[0]);

    public static string Folder => Path.Combine(TestContext.CurrentContext.TestDirectory, "Labelled", "fresh");

    /// <summary>All items of a label file.</summary>
    public static IReadOnlyList<FreshItem> Of(string labels) =>
    [
        .. System.IO.File.ReadLines(Path.Combine(Folder, labels))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(columns => new FreshItem(columns[0], columns[1], columns[2].Split('|'), columns[3]))
            .OrderBy(item => Array.IndexOf(Kinds, item.Kind))
            .ThenBy(item => item.File, StringComparer.Ordinal),
    ];

    private static int Line(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
