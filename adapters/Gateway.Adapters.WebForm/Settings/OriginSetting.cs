using System.Text.Json.Nodes;

namespace Gateway.Adapters.WebForm.Settings;

/// <summary><c>origins: ["https://www.dishub.example"]</c>: sites whose pages may post from a browser (CORS).</summary>
internal static class OriginSetting
{
    public static IReadOnlyList<string> Read(JsonNode? node, List<string> faults)
    {
        if (node is not JsonArray list)
        {
            faults.Add("webform.origins is no list; write for example origins: [\"https://www.dishub.example\"].");
            return [];
        }

        var origins = new List<string>();
        foreach (var entry in list)
        {
            if (SettingWords.Text(entry) is { } text && Canonical(text) is { } origin) origins.Add(origin);
            else faults.Add($"webform.origins '{entry}' is no origin; write scheme and host without a path, for example https://www.dishub.example.");
        }

        return origins;
    }

    /// <summary>As a browser writes it; null when it is none. A star is none: it would let in every page.</summary>
    public static string? Canonical(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && site.AbsolutePath == "/" && site.Query.Length == 0 && site.UserInfo.Length == 0
            ? site.GetLeftPart(UriPartial.Authority)
            : null;
}
