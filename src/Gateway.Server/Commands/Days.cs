using System.Globalization;
using Gateway.Core;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>Days in East Kalimantan as they are typed and shown.</summary>
internal static class Days
{
    /// <summary>How many days a command of auditors looks back when none are named.</summary>
    public const int Default = 7;

    /// <summary>The day; null for null.</summary>
    /// <exception cref="CommandException">It is no day.</exception>
    public static DateOnly? Read(string? typed, WordList words)
    {
        if (typed is null) return null;
        return DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new CommandException(2, words["usage.day", typed]);
    }

    /// <summary>The days of <c>--from</c> and <c>--to</c>; without them the last <see cref="Default"/> days.</summary>
    /// <exception cref="CommandException">One is no day, or they stand the wrong way round.</exception>
    public static (DateOnly First, DateOnly Last) Span(string? from, string? to, DateOnly today, WordList words)
    {
        var last = Read(to, words) ?? today;
        var first = Read(from, words) ?? last.AddDays(1 - Default);
        return first <= last ? (first, last) : throw new CommandException(2, words["usage.days-reversed", Shown(first), Shown(last)]);
    }

    public static string Shown(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Its first moment.</summary>
    public static DateTimeOffset Begin(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Wita.Offset);
}
