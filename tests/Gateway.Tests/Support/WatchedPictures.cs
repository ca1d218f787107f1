using Gateway.Contracts.Files;
using Gateway.Core.Attachments;

namespace Gateway.Tests.Support;

/// <summary>Pictures that fit as they are; before each is given back a test may look at what is durable, or end the process.</summary>
internal sealed class WatchedPictures(Func<Task> whileOpen) : IPictures
{
    public async Task<FittedPicture> FitAsync(
        Func<Task<ReadOnlyMemory<byte>>> open, FileKind kind, long room, IReadOnlyCollection<string> types, CancellationToken ct)
    {
        var picture = await open();
        await whileOpen();
        return new FittedPicture(picture, kind, null, null);
    }
}
