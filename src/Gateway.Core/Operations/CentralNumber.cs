using System.Diagnostics.CodeAnalysis;

namespace Gateway.Core.Operations;

/// <summary>The number that SP4N-LAPOR! gave a complaint, as a person types it or an answer names it. Its form is the centre's; only what it surely is not is refused.</summary>
public static class CentralNumber
{
    private const int Longest = 40;

    /// <summary>Reads a number, with or without the <c>#</c> in front.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="number">Letters, digits and hyphens, at most 40, with a digit that is no zero and no hyphen in front; null when it is none.</param>
    /// <returns>False for a text that cannot be one, and for one of our own tracking numbers.</returns>
    public static bool TryRead(string typed, [NotNullWhen(true)] out string? number)
    {
        var bare = typed.Trim().TrimStart('#');
        var isOne = bare.Length is > 0 and <= Longest
            && bare.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            && bare[0] != '-'
            && bare.Any(letter => letter is >= '1' and <= '9')
            && !TrackingNumber.TryRead(bare, out _);
        number = isOne ? bare : null;
        return isOne;
    }
}
