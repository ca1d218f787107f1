using Gateway.Contracts;
using MimeKit;
using MimeKit.Utils;

namespace Gateway.Adapters.Email.Reading;

/// <summary>The Date header: the writer's own clock.</summary>
internal static class MailDate
{
    // Clocks are set wrong by an hour or a zone; a day more is no clock any more.
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(26);

    /// <summary>Null when absent or broken, before 1990, where unset clocks point, or later than the mail arrived.</summary>
    public static DateTimeOffset? Of(HeaderList headers) => Of(headers[HeaderId.Date], headers[HeaderId.Received]);

    /// <inheritdoc cref="Of(HeaderList)"/>
    /// <param name="written">The Date header; null when there is none.</param>
    /// <param name="received">The first Received header; null when there is none.</param>
    public static DateTimeOffset? Of(string? written, string? received)
    {
        var date = Parse(written);
        return date is not null && Arrived(received) is { } arrived && date > arrived + Tolerance ? null : date;
    }

    // What the last server on the road wrote on top, after the last semicolon.
    private static DateTimeOffset? Arrived(string? received) => received is null ? null : Parse(received[(received.LastIndexOf(';') + 1)..]);

    private static DateTimeOffset? Parse(string? text) =>
        text is not null && DateUtils.TryParse(text, out var date) && date.Year is >= 1990 and < 2200 ? date : null;

    /// <summary>
    /// When a mail in a file was sent, or failing that arrived, from bytes not read yet. Null also when they are no mail or cannot be
    /// opened.
    /// </summary>
    public static DateTimeOffset? Of(IRawContent content)
    {
        try
        {
            using var stream = SeekableStream.Of(content);
            return MailLoading.LoadHeaders(stream) is { } headers ? Of(headers) ?? Arrived(headers[HeaderId.Received]) : null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null; // The translator says what is wrong with it.
        }
    }
}
