using Gateway.Contracts;
using MimeKit;
using MimeKit.Utils;

namespace Gateway.Adapters.Email.Reading;

/// <summary>The Date header: the writer's own clock.</summary>
internal static class MailDate
{
    /// <summary>Null when absent or broken, or before 1990, where unset clocks point.</summary>
    public static DateTimeOffset? Of(HeaderList headers) =>
        headers[HeaderId.Date] is { } written && DateUtils.TryParse(written, out var date) && date.Year is >= 1990 and < 2200 ? date : null;

    /// <summary>The same from bytes not read yet. Null also when they are no mail or cannot be opened.</summary>
    public static DateTimeOffset? Of(IRawContent content)
    {
        try
        {
            using var stream = SeekableStream.Of(content);
            return MailLoading.LoadHeaders(stream) is { } headers ? Of(headers) : null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null; // The translator says what is wrong with it.
        }
    }
}
