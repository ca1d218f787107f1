using System.Security.Cryptography;
using System.Text;
using Gateway.Core.Identity;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>Keys and seals in name only: the simulation is about where things are, not about who can read them.</summary>
internal sealed class SimulatedVault : IVault
{
    private long keys;

    public byte[] NewKey() => BitConverter.GetBytes(++keys);

    public byte[] Seal(byte[] wrappedKey, ReadOnlySpan<byte> plain, string purpose) => plain.ToArray();

    public byte[] Open(byte[] wrappedKey, ReadOnlySpan<byte> sealedBytes, string purpose) => sealedBytes.ToArray();

    public byte[] Index(string purpose, ReadOnlySpan<byte> value) => SHA256.HashData([.. Encoding.UTF8.GetBytes(purpose), 0, .. value]);
}
