using System.Globalization;
using System.Reflection;

namespace Gateway.Core.ServiceClock;

/// <summary>Reads days off: one <c>yyyy-MM-dd</c> a line, words behind it are a note, <c>#</c> begins a comment.</summary>
public static class HolidayFile
{
    /// <summary>The days that ship with the gateway (2026, joint decree SKB 3 Menteri 1497/2025, 2/2025, 5/2025).</summary>
    public static IReadOnlyList<DateOnly> Shipped()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("holidays.txt") ?? throw new InvalidOperationException("No holiday file.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd(), out _);
    }

    /// <summary>The days of a file.</summary>
    /// <param name="text">Its content.</param>
    /// <param name="faults">Lines that are no day, with their number; the others count.</param>
    public static IReadOnlyList<DateOnly> Read(string text, out IReadOnlyList<string> faults)
    {
        var days = new List<DateOnly>();
        var wrong = new List<string>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var words = lines[i].Split('#')[0].Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) continue;
            if (DateOnly.TryParseExact(words[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) days.Add(day);
            else wrong.Add(string.Create(CultureInfo.InvariantCulture, $"line {i + 1}: '{words[0]}' is no day; write 2026-08-17"));
        }

        faults = wrong;
        return days;
    }
}
