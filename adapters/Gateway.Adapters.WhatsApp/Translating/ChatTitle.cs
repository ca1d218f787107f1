using System.Text.RegularExpressions;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>The name of a chat as the file of its export bears it.</summary>
internal static partial class ChatTitle
{
    private static readonly string[] Openings =
        ["Chat WhatsApp dengan ", "Chat WhatsApp - ", "Obrolan WhatsApp dengan ", "Obrolan WhatsApp - ", "WhatsApp Chat with ", "WhatsApp Chat - "];

    /// <summary>As a person sees it; null when the file bears no name of a chat.</summary>
    public static string? Of(string? file)
    {
        if (file is null) return null;
        // Not by the rules of this machine: an export made on Windows may come with its own separators.
        var name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
        if (Extension().Match(name) is { Success: true } extension) name = name[..extension.Index];
        name = Copy().Replace(name, "").Trim();
        var start = Array.Find(Openings, opening => name.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        if (start is not null) name = name[start.Length..].Trim();
        return name.Length == 0 || name.Equals("_chat", StringComparison.OrdinalIgnoreCase) ? null : name;
    }

    [GeneratedRegex(@"\.(txt|zip)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Extension();

    // A browser numbers what it downloads twice.
    [GeneratedRegex(@" ?\(\d{1,3}\)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Copy();
}
