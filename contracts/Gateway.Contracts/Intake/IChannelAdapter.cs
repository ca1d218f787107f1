namespace Gateway.Contracts.Intake;

/// <summary>One kind of channel: how its sources are read and how what they hold is translated (Channel Adapter).</summary>
public interface IChannelAdapter
{
    /// <summary>The <c>kind</c> in the registry: <c>email</c>, <c>whatsapp</c>, <c>webform</c>, <c>register</c>.</summary>
    string Kind { get; }

    IMessageTranslator Translator { get; }

    /// <summary>What is wrong with the channel's settings, in English, one sentence each with the value and what to write instead. Empty when nothing is.</summary>
    IReadOnlyList<string> Check(Channel channel);

    /// <summary>What <c>doctor</c> and the start of <c>serve</c> should tell of a channel whose settings are right. Reads secrets, opens nothing else.</summary>
    /// <param name="channel">The channel, its settings already checked.</param>
    /// <param name="secret">Resolves <c>env:NAME</c> and <c>file:PATH</c>; throws with the name when absent.</param>
    IReadOnlyList<ChannelFinding> Look(Channel channel, Func<string, string> secret) => [];

    /// <summary>Reaches the live source once, as <c>doctor</c> does: connects, logs in and looks. Changes nothing there.</summary>
    /// <returns>What stands in the way, or what an officer should know; empty when the source is at hand or nothing is polled.</returns>
    Task<IReadOnlyList<ChannelFinding>> ReachAsync(Channel channel, SourceContext context, CancellationToken ct) => Task.FromResult<IReadOnlyList<ChannelFinding>>([]);

    /// <summary>
    /// Raw items under a path given by hand (<c>inspect</c>, <c>import</c>): a file, or a folder read recursively in ordinal order.
    /// </summary>
    /// <exception cref="IOException">The path cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The path may not be read.</exception>
    IEnumerable<RawItem> Read(string path);

    /// <summary>The live source of a channel, or null when nothing is polled (a form that posts, a register that is imported).</summary>
    /// <param name="channel">The channel, its settings already checked.</param>
    /// <param name="context">Where relative paths start, how secrets are resolved, and the clock.</param>
    ISource? OpenSource(Channel channel, SourceContext context);
}
