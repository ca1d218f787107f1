using System.Collections;
using Gateway.Contracts.Intake;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Intake;

/// <summary>
/// Runs a translator and turns an exception, which by contract it never throws, into the end of the sequence and a
/// <see cref="Failure"/>: one bad item must not stop a channel.
/// </summary>
internal sealed class Guarded(IEnumerable<Translation> translations, ILogger log) : IEnumerable<Translation>, IDisposable
{
    private readonly List<IEnumerator<Translation>> opened = [];

    /// <summary>Type of the exception that ended the sequence; null when it ended well.</summary>
    public string? Failure { get; private set; }

    public IEnumerator<Translation> GetEnumerator()
    {
        var enumerator = translations.GetEnumerator();
        opened.Add(enumerator);
        while (Next(enumerator)) yield return enumerator.Current;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        foreach (var enumerator in opened) enumerator.Dispose();
    }

    private bool Next(IEnumerator<Translation> enumerator)
    {
        try
        {
            return enumerator.MoveNext();
        }
#pragma warning disable CA1031 // The edge between the gateway and a translator: whatever it throws, the item goes to quarantine.
        catch (Exception exception) when (exception is not (OutOfMemoryException or IOException))
#pragma warning restore CA1031
        {
            log.LogError("A translator failed: {Fault}; the item is quarantined", LoggedFault.Of(exception));
            Failure = exception.GetType().Name;
            return false;
        }
    }
}
