namespace Gateway.Contracts.Intake;

/// <summary>
/// Turns one raw item into translations (Message Translator). Pure: no clock, no file of its own, no network, the same answer for
/// the same bytes and channel. Bytes it cannot read are a <c>Quarantined</c> translation with a reason, never an exception.
/// </summary>
public interface IMessageTranslator
{
    /// <summary>
    /// Translations in the order of the source, produced while reading, so that a file of 100 MB is never whole in memory.
    /// Together they account for every part of the item exactly once.
    /// </summary>
    IEnumerable<Translation> Translate(RawItem raw, Channel channel);
}
