using Gateway.Contracts.Files;

namespace Gateway.Core.Attachments;

/// <summary>
/// Makes pictures fit: turned upright, shrunk and converted, without anything that was written into the file beside the picture. The
/// same picture and room give the same bytes. A picture that cannot be read is an answer, never an exception.
/// </summary>
public interface IPictures
{
    /// <summary>The best that fits.</summary>
    /// <param name="picture">The bytes as they came.</param>
    /// <param name="kind">Their kind by content; its family is <see cref="FileFamily.Picture"/>.</param>
    /// <param name="room">Most bytes it may have.</param>
    /// <param name="types">Names of the kinds that may leave.</param>
    FittedPicture Fit(ReadOnlyMemory<byte> picture, FileKind kind, long room, IReadOnlyCollection<string> types);
}
