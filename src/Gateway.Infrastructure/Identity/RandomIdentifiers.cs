using System.Security.Cryptography;
using Gateway.Core;

namespace Gateway.Infrastructure.Identity;

/// <summary>Ids and chance for service: ids rise with time, so that indexes grow at their end.</summary>
public sealed class RandomIdentifiers : IIdentifiers
{
    public string NewId() => Guid.CreateVersion7().ToString("N");

    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);

    public double Chance()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        // 53 bits are what a double between 0 and 1 can hold.
        return (BitConverter.ToUInt64(bytes) >> 11) * (1.0 / (1UL << 53));
    }
}
