using System.Diagnostics.CodeAnalysis;

namespace Gateway.Core;

/// <summary>
/// The number a citizen is given: <c>G</c>, 12 random symbols and a check symbol (Luhn mod 32), written <c>GXXX-XXXX-XXXX-XX</c>. The
/// alphabet leaves out I, L, O and U, so it can be said over the phone, and a letter in front keeps it apart from SP4N-LAPOR!'s digits.
/// </summary>
public static class TrackingNumber
{
    /// <summary>The line that ends every text we send.</summary>
    public const string MarkerPrefix = "No. pelacakan: ";

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int RandomSymbols = 12;

    /// <summary>A new unguessable number: 60 random bits.</summary>
    public static string New(IIdentifiers identifiers)
    {
        Span<byte> random = stackalloc byte[RandomSymbols];
        identifiers.Fill(random);
        Span<char> symbols = stackalloc char[RandomSymbols + 1];
        for (var i = 0; i < RandomSymbols; i++) symbols[i] = Alphabet[random[i] & 31];
        symbols[RandomSymbols] = Check(symbols[..RandomSymbols]);
        return Write(symbols);
    }

    /// <summary>Reads a number as a person types it: any case, with or without spaces and hyphens, O as 0, I and L as 1.</summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out string? number)
    {
        number = null;
        Span<char> symbols = stackalloc char[RandomSymbols + 2];
        var length = 0;
        foreach (var c in typed ?? "")
        {
            if (c is ' ' or '-') continue;
            if (length == symbols.Length) return false;
            symbols[length++] = char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
        }

        if (length != symbols.Length || symbols[0] != 'G') return false;
        var body = symbols[1..];
        foreach (var symbol in body)
        {
            if (!Alphabet.Contains(symbol)) return false;
        }

        if (Check(body[..RandomSymbols]) != body[RandomSymbols]) return false;
        number = Write(body);
        return true;
    }

    /// <summary>The marker line of a number.</summary>
    public static string Marker(string number) => MarkerPrefix + number;

    private static string Write(ReadOnlySpan<char> body) => $"G{body[..3]}-{body[3..7]}-{body[7..11]}-{body[11..]}";

    private static char Check(ReadOnlySpan<char> symbols)
    {
        var sum = 0;
        for (var i = 0; i < symbols.Length; i++)
        {
            var value = Alphabet.IndexOf(symbols[i]) * ((symbols.Length - i) % 2 == 1 ? 2 : 1);
            sum += (value / 32) + (value % 32);
        }

        return Alphabet[(32 - (sum % 32)) % 32];
    }
}
