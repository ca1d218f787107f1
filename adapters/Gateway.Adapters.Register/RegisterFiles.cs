using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Register;

/// <summary>Finds registers on disk: a file by its own path whatever its name, in a folder all that an office may have saved one as.</summary>
internal static class RegisterFiles
{
    // Those that have to be saved otherwise are taken too: in quarantine somebody sees that they are there.
    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = "text/csv",
        [".tsv"] = "text/tab-separated-values",
        [".txt"] = "text/plain",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".xlsm"] = "application/vnd.ms-excel.sheet.macroEnabled.12",
        [".xlsb"] = "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
        [".xls"] = "application/vnd.ms-excel",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
    };

    // Larger ones are no registers that somebody keeps by hand; they are read where they are.
    private const long LargestInMemory = 16L << 20;

    public static IEnumerable<RawItem> Under(string path)
    {
        if (!Directory.Exists(path)) return [Opened(path)];
        var files = Directory.GetFiles(path, "*", SearchOption.AllDirectories).Where(file => !IsLock(file)).ToArray();
        Array.Sort(files, StringComparer.Ordinal);
        return files.Select(Opened);
    }

    public static bool IsRegister(string path) => MediaTypes.ContainsKey(Path.GetExtension(path)) && !IsLock(path);

    public static RawItem ToRaw(string path, string shown) => new()
    {
        File = shown,
        MediaType = MediaTypes.GetValueOrDefault(Path.GetExtension(path), "text/csv"),
        Content = Taken(path),
    };

    // A register that people work in may be saved while it is read: what is kept and what is translated must be the same bytes.
    private static IRawContent Taken(string path) => new FileInfo(path).Length <= LargestInMemory ? new BytesContent(File.ReadAllBytes(path)) : new FileContent(path);

    // Excel and LibreOffice leave one beside a file that is open.
    private static bool IsLock(string path) => Path.GetFileName(path) is var name && (name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith(".~lock", StringComparison.Ordinal));

    // Opened once here, so that a path that cannot be read is known before its rows are asked for.
    private static RawItem Opened(string path)
    {
        using (new FileContent(path).Open()) { }
        return ToRaw(path, path);
    }
}
