using System.Text;
using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Core.Identity;

/// <summary>Normalises what is known of a person and keys it, for exact look-up without clear text.</summary>
public static class ReporterIndexes
{
    /// <summary>
    /// Keyed indexes of every value that is known. Phone, e-mail and NIK identify, and so does a handle within its channel; a name only
    /// finds.
    /// </summary>
    public static IReadOnlyList<ReporterIndex> Of(Reporter reporter, string channel, IVault vault)
    {
        var indexes = new List<ReporterIndex>();
        Add("nik", Digits(reporter.Nik), identifies: true);
        Add("phone", Phone(reporter.Phone), identifies: true);
        Add("email", reporter.Email?.Trim().ToLowerInvariant(), identifies: true);
        Add("name", Words(reporter.Name), identifies: false);
        Add("handle", Words(reporter.Handle) is { } handle ? channel + "|" + handle : null, identifies: true);
        return indexes;

        void Add(string kind, string? value, bool identifies)
        {
            if (!string.IsNullOrEmpty(value)) indexes.Add(new ReporterIndex(kind, vault.Index("reporter:" + kind, Encoding.UTF8.GetBytes(value)), identifies));
        }
    }

    /// <summary>Digits of a phone number with the country code, 62 when none was written. Null when there are none.</summary>
    public static string? Phone(string? phone) => Digits(phone) switch
    {
        null => null,
        ['0', .. var rest] => "62" + rest,
        ['8', .. var rest] => "628" + rest,
        var digits => digits,
    };

    private static string? Digits(string? value)
    {
        var digits = new string([.. (value ?? "").Where(char.IsAsciiDigit)]);
        return digits.Length == 0 ? null : digits;
    }

    private static string? Words(string? value) =>
        value is null ? null : string.Join(' ', value.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
