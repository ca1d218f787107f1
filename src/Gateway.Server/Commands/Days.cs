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

    public static string Shown(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Its first moment.</summary>
    public static DateTimeOffset Begin(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Wita.Offset);
}
