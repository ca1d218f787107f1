namespace Gateway.Contracts.Intake;

/// <summary>
/// A translator whose quarantined items a person can mend by naming fields (<c>quarantine fix ID --set field=value</c>): a form
/// post, a register row. As pure as the translation itself.
/// </summary>
public interface IMendable
{
    /// <summary>Translates one item again with some fields given by hand; what was read of the others stays.</summary>
    /// <param name="raw">The same raw item that was translated before.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="item">The <see cref="Translation.Item"/> to mend.</param>
    /// <param name="set">Contract or reporter field (camelCase) to the words it shall hold; empty words clear it.</param>
    /// <returns>A complaint, or again <c>Quarantined</c> with what still hinders it (<c>field-unknown</c>, <c>item-unknown</c>, <c>no-isi</c>).</returns>
    Translation Mend(RawItem raw, Channel channel, string item, IReadOnlyDictionary<string, string> set);
}
