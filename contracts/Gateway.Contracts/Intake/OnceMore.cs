using System.Text.RegularExpressions;

namespace Gateway.Contracts.Intake;

/// <summary>
/// The limit of a regular expression is time on the wall, in which its first use is compiled too: on a machine that stalls a sound text runs
/// out of it. Only what runs out twice is at fault.
/// </summary>
public static class OnceMore
{
    /// <summary>Looks; once more when an expression ran out of its time.</summary>
    /// <exception cref="RegexMatchTimeoutException">It did so again.</exception>
    public static T After<T>(Func<T> look)
    {
        ArgumentNullException.ThrowIfNull(look);
        try
        {
            return look();
        }
        catch (RegexMatchTimeoutException)
        {
            return look();
        }
    }

    /// <summary>The same for what reads the ledger meanwhile.</summary>
    /// <exception cref="RegexMatchTimeoutException">It did so again.</exception>
    public static async Task<T> AfterAsync<T>(Func<Task<T>> look)
    {
        ArgumentNullException.ThrowIfNull(look);
        try
        {
            return await look();
        }
        catch (RegexMatchTimeoutException)
        {
            return await look();
        }
    }
}
