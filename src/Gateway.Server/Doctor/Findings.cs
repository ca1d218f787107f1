using Gateway.Server.Words;

namespace Gateway.Server.Doctor;

/// <summary>What the checks found, in the order they looked.</summary>
internal sealed class Findings(WordList words)
{
    private readonly List<Finding> all = [];

    public WordList Words => words;

    public IReadOnlyList<Finding> All => all;

    public void Good(string code, params object?[] values) => all.Add(new Finding(true, code, words[code, values]));

    public void Wrong(string code, params object?[] values) => all.Add(new Finding(false, code, words[code, values]));

    public void Add(bool good, string code, params object?[] values) => all.Add(new Finding(good, code, words[code, values]));

    /// <summary>Something wrong that has its words already.</summary>
    public void Tell(string code, string text) => all.Add(new Finding(false, code, text));

    /// <summary>The same in words that say of themselves that they warn.</summary>
    public void Warn(string code) => all.Add(new Finding(true, code, words[code], Warns: true));

    /// <summary>Nothing is broken, but an officer should know.</summary>
    public void Beware(string code, string text) => all.Add(new Finding(true, code, words["doctor.beware", text], Warns: true));
}
