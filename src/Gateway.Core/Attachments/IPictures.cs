using Gateway.Contracts.Files;

namespace Gateway.Core.Attachments;

/// <summary>
/// Makes pictures fit: turned upright, shrunk and converted, without anything that was written into the file beside the picture. The
/// same picture and room give the same bytes. A picture that cannot be read is an answer, never an exception.
/// </summary>
public interface IPictures
{
    /// <summary>The best that fits. One picture at a time is open in the process; the others wait without their bytes and without a thread.</summary>
    /// <param name="open">Gives the bytes as they came; called when it is this picture's turn.</param>
    /// <param name="kind">Their kind by content; its family is <see cref="FileFamily.Picture"/>.</param>
    /// <param name="room">Most bytes it may have.</param>
    /// <param name="types">Names of the kinds that may leave.</param>
    /// <param name="ct">Stops the wait for the turn.</param>
    Task<FittedPicture> FitAsync(Func<Task<ReadOnlyMemory<byte>>> open, FileKind kind, long room, IReadOnlyCollection<string> types, CancellationToken ct);
}
