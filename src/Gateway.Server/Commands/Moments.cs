using System.Globalization;
using Gateway.Core;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>A moment as a person types it on the command line: local time of East Kalimantan.</summary>
internal static class Moments
{
    /// <summary>How it is written.</summary>
    public const string Form = "yyyy-MM-dd HH:mm";

    /// <summary>A moment before which something may not be done, as it can be typed: never earlier than it is.</summary>
    public static string NotBefore(DateTimeOffset moment) => $"{Wita.Local(Wita.NextMinute(moment)):yyyy-MM-dd HH:mm} WITA";

    /// <summary>Reads it; null when none was given.</summary>
    /// <exception cref="CommandException">It is none.</exception>
    public static DateTimeOffset? Of(string? typed, WordList words)
    {
        if (typed is null) return null;
        return DateTime.TryParseExact(typed, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? new DateTimeOffset(moment, Wita.Offset)
            : throw new CommandException(2, words["usage.moment", typed]);
    }
}
