using System.Collections;
using System.Text.RegularExpressions;
using Gateway.Contracts.Intake;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Intake;

/// <summary>
/// Runs a translator and turns an exception, which by contract it never throws, into the end of the sequence and a
/// <see cref="Failure"/>: one bad item must not stop a channel.
/// </summary>
internal sealed class Guarded(Func<IEnumerable<Translation>> translate, ILogger log) : IEnumerable<Translation>, IDisposable
{
    private IEnumerator<Translation>? translations;
    private int given;

    /// <summary>Type of the exception that ended the sequence; null when it ended well.</summary>
    public string? Failure { get; private set; }

    public IEnumerator<Translation> GetEnumerator()
    {
        while (Next())
        {
            given++;
            yield return translations!.Current;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => translations?.Dispose();

    private bool Next()
    {
        try
        {
            return OnceMore.After(Step);
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

    // A sequence that threw is over. Begun again it is the same, and goes on behind what it gave.
    private bool Step()
    {
        try
        {
            if (translations is not null) return translations.MoveNext();
            translations = translate().GetEnumerator();
            for (var i = 0; i < given; i++) translations.MoveNext();
            return translations.MoveNext();
        }
        catch (RegexMatchTimeoutException)
        {
            translations?.Dispose();
            translations = null;
            throw;
        }
    }
}
