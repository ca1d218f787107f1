namespace Gateway.Adapters.WebForm.Reading;

/// <summary>The name of a posted file, made harmless: no path, no control characters, never empty.</summary>
internal static class FileName
{
    /// <summary>The last part of the name; <paramref name="fallback"/> when nothing is left.</summary>
    public static string Of(string? name, string fallback)
    {
        var last = (name ?? "").Replace('\\', '/').Split('/')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c))).Trim();
        return clean.Length is 0 || clean is "." or ".." ? fallback : clean;
    }
}
