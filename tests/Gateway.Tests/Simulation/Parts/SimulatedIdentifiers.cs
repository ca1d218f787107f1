using System.Globalization;
using Gateway.Core;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>Ids that count up and chance that repeats; the world's own, so that no node gives an id twice.</summary>
internal sealed class SimulatedIdentifiers : IIdentifiers
{
    private long last;
    private uint state = 2463534242;

    public string NewId() => (++last).ToString("d26", CultureInfo.InvariantCulture);

    public void Fill(Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(Next() >> 11);
    }

    public double Chance() => Next() / (uint.MaxValue + 1.0);

    // xorshift32
    private uint Next()
    {
        state ^= state << 13;
        state ^= state >> 17;
        return state ^= state << 5;
    }
}
