using Gateway.Contracts.Files;
using Gateway.Core.Attachments;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>Stands in for the picture library, which is no part of what the simulation orders: every picture fits as it is.</summary>
internal sealed class SimulatedPictures : IPictures
{
    public async Task<FittedPicture> FitAsync(
        Func<Task<ReadOnlyMemory<byte>>> open, FileKind kind, long room, IReadOnlyCollection<string> types, CancellationToken ct)
    {
        var picture = await open();
        return picture.Length <= room ? new FittedPicture(picture, kind, null, null) : new FittedPicture(null, null, null, FittedPicture.NotFitted);
    }
}
