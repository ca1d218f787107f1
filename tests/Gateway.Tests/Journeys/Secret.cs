using System.Text.Json.Nodes;

namespace Gateway.Tests.Journeys;

/// <summary>A value that must stand nowhere in clear.</summary>
/// <param name="Kind">What it is, for the message of a failure; the value itself is never shown.</param>
/// <param name="Value">One written form of it.</param>
internal sealed record Secret(string Kind, string Value)
{
    /// <summary>What a line of <c>inspect</c> tells about the reporter, phones in several written forms.</summary>
    public static IEnumerable<Secret> Of(string origin, JsonNode? reporter)
    {
        if (reporter is null) yield break;
        foreach (var field in new[] { "name", "email", "nik", "handle" })
        {
            if ((string?)reporter[field] is { Length: >= 3 } value) yield return new Secret($"{field} in {origin}", value);
        }

        // A town alone is where somebody lives, but also where things happen; a street, a number or an RT is a home.
        if ((string?)reporter["address"] is { } address && (address.Any(char.IsAsciiDigit) || address.Contains("Jl", StringComparison.OrdinalIgnoreCase)))
            yield return new Secret($"address in {origin}", address);
        foreach (var form in Phones((string?)reporter["phone"])) yield return new Secret($"phone in {origin}", form);
    }

    private static IEnumerable<string> Phones(string? phone)
    {
        var digits = new string([.. (phone ?? "").Where(char.IsAsciiDigit)]);
        if (digits.Length < 8) return [];
        var bare = digits.StartsWith("62", StringComparison.Ordinal) ? digits[2..] : digits.TrimStart('0');
        // "811-0000-0101" stands in "0811-0000-0101" and "+62 811-0000-0101" too.
        return new[] { phone!, bare, $"{bare[..3]}-{bare[3..7]}-{bare[7..]}", $"{bare[..3]} {bare[3..7]} {bare[7..]}", $"{bare[..3]}.{bare[3..7]}.{bare[7..]}" }.Distinct();
    }
}
