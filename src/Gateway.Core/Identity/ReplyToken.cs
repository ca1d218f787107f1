using System.Text;

namespace Gateway.Core.Identity;

/// <summary>
/// What the gateway puts behind a plus in its own mail address, so that an answer finds its complaint also when a mail program drops the
/// thread: the tracking number and a keyed sign of it. A number alone proves nothing, since anybody may write one. (Return Address)
/// </summary>
public static class ReplyToken
{
    // 60 bits: nobody hits one by trying within the life of a complaint.
    private const int SignLength = 12;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The token of a number, in lower case, such as <c>gcek2tc5bp6cnv.4t8x0m2k9q7r</c>.</summary>
    /// <param name="number">Tracking number as stored.</param>
    /// <param name="vault">Whose key signs it.</param>
    public static string Of(string number, IVault vault) =>
        $"{number.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()}.{Sign(number, vault)}";

    /// <summary>The number whose token it is; null for anything that this gateway did not sign.</summary>
    public static string? NumberOf(string token, IVault vault)
    {
        if (token.Split('.') is not [var typed, { Length: SignLength } sign] || !TrackingNumber.TryRead(typed, out var number)) return null;
        var expected = Encoding.ASCII.GetBytes(Sign(number, vault));
        return System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(sign.ToLowerInvariant())) ? number : null;
    }

    private static string Sign(string number, IVault vault) =>
        string.Concat(vault.Index("reply-address", Encoding.ASCII.GetBytes(number)).Take(SignLength).Select(letter => Alphabet[letter & 31]));
}
