using System.Security.Cryptography;
using System.Text;

namespace Gateway.Core.Identity;

/// <summary>
/// Seals what is kept of an answer of the centre with the key of its complaint: an answer may repeat what a citizen wrote. What an older version kept
/// in the clear is read as it stands.
/// </summary>
internal static class ExcerptSeal
{
    private const string Mark = "sealed:";
    private const string Purpose = "excerpt";

    /// <summary>As it is stored; null when there is none, or when the key cannot be opened: what became of a call is written down in any case.</summary>
    public static string? Seal(IVault vault, byte[] wrappedKey, string? excerpt)
    {
        try
        {
            return excerpt is null ? null : Mark + Convert.ToBase64String(vault.Seal(wrappedKey, Encoding.UTF8.GetBytes(excerpt), Purpose));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The words; of what cannot be opened, what is stored.</summary>
    public static string? Open(IVault vault, byte[] wrappedKey, string? stored)
    {
        if (stored?.StartsWith(Mark, StringComparison.Ordinal) != true) return stored;
        try
        {
            return Encoding.UTF8.GetString(vault.Open(wrappedKey, Convert.FromBase64String(stored[Mark.Length..]), Purpose));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            return stored;
        }
    }
}
