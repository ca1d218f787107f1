using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gateway.Tests.Adapters.Email;

namespace Gateway.Tests.Endurance;

/// <summary>
/// Invented complaints of which no two are alike: each bears a number of its own in its first sentence, by which it is found again in the
/// ledger and in the book of the centre, whatever tracking number it got.
/// </summary>
internal static partial class Tale
{
    private static readonly string[] Things =
    [
        "Lampu jalan {0} di {1} mati sejak tiga hari yang lalu", "Halte {0} di {1} bocor ketika hujan", "Rambu {0} di {1} miring dan tidak terbaca",
        "Zebra cross {0} di {1} sudah pudar catnya", "Tempat sampah {0} di {1} penuh dan belum diangkut", "Bangku taman {0} di {1} patah kakinya",
        "Pagar sekolah {0} di {1} berkarat dan lepas", "Saluran air {0} di {1} tersumbat daun",
    ];

    private static readonly string[] Places =
    [
        "Jalan Kartini", "Jalan Pahlawan", "Jalan Gajah Mada", "Jalan Awang Long", "Jalan Bhayangkara", "Jalan Juanda", "Jalan Gerilya", "Jalan Antasari",
        "Jalan Pangeran Suriansyah", "Jalan Cendana", "Jalan Lambung Mangkurat",
    ];

    /// <summary>The text of the n-th complaint.</summary>
    public static string Of(int nth) => string.Format(
        CultureInfo.InvariantCulture, Things[nth % Things.Length] + ".", string.Create(CultureInfo.InvariantCulture, $"nomor {nth}"), Places[nth / Things.Length % Places.Length]);

    /// <summary>The same as a mail of a person of its own.</summary>
    public static byte[] MailOf(int nth) => Encoding.UTF8.GetBytes(Letters.Mail(
        Of(nth) + " Mohon diperbaiki.",
        Of(nth).TrimEnd('.'),
        string.Create(CultureInfo.InvariantCulture, $"Warga {nth} <warga{nth}@warga.example>"),
        string.Create(CultureInfo.InvariantCulture, $"<{nth}@warga.example>")));

    /// <summary>A telephone of nobody else's.</summary>
    public static string PhoneOf(int nth) => string.Create(CultureInfo.InvariantCulture, $"0811-{nth / 10_000:0000}-{nth % 10_000:0000}");

    /// <summary>Which complaint a title or a text is; null when it is none of these.</summary>
    public static int? NthOf(string? text) =>
        Number().Match(text ?? "") is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\bnomor (\d+)\b")]
    private static partial Regex Number();
}
