namespace Gateway.Adapters.Register.Workbooks;

/// <summary>Finds the parts of a workbook by their relations. What points outside the file is not followed.</summary>
internal static class WorkbookParts
{
    // They hold no rows.
    private static readonly string[] Rowless = ["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"];

    private static readonly (string Part, string Kind)[] Foreign = [("xl/workbook.bin", ".xlsb"), ("word/document.xml", ".docx"), ("content.xml", ".ods")];

    /// <summary>The part that lists the sheets.</summary>
    /// <exception cref="WorkbookFaultException">The zip is no workbook.</exception>
    public static string Main(Workbook book)
    {
        var main = Relations(book, "_rels/.rels", "").Values.FirstOrDefault(relation => relation.Kind == "officeDocument" && relation.Part.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)).Part ?? "xl/workbook.xml";
        if (book.Has(main)) return main;
        var kind = Array.Find(Foreign, foreign => book.Has(foreign.Part)).Kind;
        throw kind is null ? new WorkbookFaultException("not-a-register") : new WorkbookFaultException("workbook-format", kind);
    }

    /// <summary>The sheets in the order of their tabs, those that nobody can find included, and whether days count from 1904.</summary>
    public static (IReadOnlyList<WorkbookSheet> Sheets, bool Is1904) Sheets(Workbook book, string main)
    {
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var relations = Relations(book, $"{folder}_rels/{main[folder.Length..]}.rels", folder);
        var sheets = new List<WorkbookSheet>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var parts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var is1904 = false;
        using var xml = book.Part(main) ?? throw new WorkbookFaultException("workbook-damaged");
        while (xml.Read())
        {
            if (!xml.IsStart) continue;
            if (xml.Name == "workbookPr") is1904 = xml.Flag("date1904");
            if (xml.Name != "sheet") continue;
            var (kind, target) = relations.GetValueOrDefault(xml.AttributeNamed("id") ?? "");
            if (Rowless.Contains(kind)) continue;
            // What is none that Excel knows holds rows perhaps: somebody looks at it. Two sheets of one part would be each complaint twice.
            var part = kind == "worksheet" && target is not null && parts.Add(target) ? target : null;
            // Excel lets no two sheets bear one name; a damaged file does, and their rows would be the same items.
            var name = xml.Attribute("name") is { Length: > 0 } written ? written : "#";
            while (!names.Add(name)) name += FormattableString.Invariant($" ({sheets.Count + 1})");
            sheets.Add(new WorkbookSheet(name, xml.Attribute("state") is "hidden" or "veryHidden", part));
        }

        return (sheets, is1904);
    }

    // A kind is the end of its type: what stands before it differs between the two dialects of the format.
    private static Dictionary<string, (string Kind, string Part)> Relations(Workbook book, string part, string folder)
    {
        var relations = new Dictionary<string, (string Kind, string Part)>(StringComparer.Ordinal);
        using var xml = book.Part(part);
        while (xml?.Read() == true)
        {
            if (!xml.IsStart || xml.Name != "Relationship" || xml.Attribute("TargetMode") == "External") continue;
            if (xml.Attribute("Id") is not { } id || xml.Attribute("Type") is not { } type || xml.Attribute("Target") is not { Length: > 0 } target) continue;
            relations[id] = (type[(type.LastIndexOf('/') + 1)..], target[0] == '/' ? target[1..] : folder + target);
        }

        return relations;
    }
}
