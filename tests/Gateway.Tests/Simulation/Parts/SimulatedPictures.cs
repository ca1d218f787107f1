using Gateway.Contracts.Files;
using Gateway.Core.Attachments;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>Stands in for the picture library, which is no part of what the simulation orders: every picture fits as it is.</summary>
internal sealed class SimulatedPictures : IPictures
{
    public FittedPicture Fit(ReadOnlyMemory<byte> picture, FileKind kind, long room, IReadOnlyCollection<string> types) =>
        picture.Length <= room ? new FittedPicture(picture, kind, null, null) : new FittedPicture(null, null, null, FittedPicture.NotFitted);
}
