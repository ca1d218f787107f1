namespace Gateway.Core;

/// <summary>Where Core gets ids and chance from, so that a simulation can repeat a run exactly.</summary>
public interface IIdentifiers
{
    /// <summary>A new unique id: 26 to 36 letters, digits and hyphens.</summary>
    string NewId();

    /// <summary>Fills the span with unguessable bytes.</summary>
    void Fill(Span<byte> bytes);

    /// <summary>A number from 0 (included) to 1 (excluded), for jitter.</summary>
    double Chance();
}
