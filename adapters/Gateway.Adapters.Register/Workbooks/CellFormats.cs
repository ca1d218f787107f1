using System.Globalization;

namespace Gateway.Adapters.Register.Workbooks;

/// <summary>How the numbers of a workbook are shown, by the style of their cell. A date is a number that is shown as one.</summary>
internal sealed class CellFormats
{
    private const int Most = 1 << 16;

    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0",
        [14] = "dd/mm/yyyy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "dd/mm/yyyy h:mm",
        [45] = "mm:ss",
        [46] = "h:mm:ss",
        [47] = "mm:ss",
    };

    private readonly List<NumberFormat> _styles = [];

    public static CellFormats None { get; } = new();

    public NumberFormat At(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < _styles.Count ? _styles[number] : NumberFormat.General;

    public static CellFormats Read(Workbook book, string part)
    {
        var formats = new CellFormats();
        var codes = new Dictionary<int, string>(BuiltIn);
        var known = new Dictionary<int, NumberFormat>();
        var isInCells = false;
        using var xml = book.Part(part);
        while (xml?.Read() == true)
        {
            if (xml.Name == "cellXfs") isInCells = !xml.IsEnd;
            if (!xml.IsStart) continue;
            if (xml.Name == "numFmt" && Number(xml.Attribute("numFmtId")) is { } id && codes.Count < Most) codes[id] = xml.Attribute("formatCode") ?? "";
            if (xml.Name != "xf" || !isInCells || formats._styles.Count == Most) continue;
            var number = Number(xml.Attribute("numFmtId")) ?? 0;
            if (!known.TryGetValue(number, out var format)) known[number] = format = NumberFormat.Of(codes.GetValueOrDefault(number, ""));
            formats._styles.Add(format);
        }

        return formats;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
