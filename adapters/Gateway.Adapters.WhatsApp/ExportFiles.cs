using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WhatsApp;

/// <summary>Finds exports on disk: a file by its own path whatever its name, in a folder what ends in <c>.txt</c> or <c>.zip</c>.</summary>
internal static class ExportFiles
{
    private static readonly EnumerationOptions Visible = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden,
        IgnoreInaccessible = false,
    };

    public static IEnumerable<RawItem> Under(string path)
    {
        if (!Directory.Exists(path))
        {
            using (new FileContent(path).Open()) { }
            return [ToRaw(path, path)];
        }

        var files = Directory.GetFiles(path, "*", Visible).Where(IsExport).Order(StringComparer.Ordinal).ToList();
        return files.Select(file => ToRaw(file, file));
    }

    public static bool IsExport(string path) => IsZip(path) || path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    public static RawItem ToRaw(string path, string shown) => new()
    {
        File = shown,
        MediaType = IsZip(path) ? "application/zip" : "text/plain",
        Content = new FileContent(path),
    };

    private static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
}
