namespace Gateway.Core.Gates;

/// <summary>One expression of a word rule: words in a row; <c>_</c> stands for up to five others, <c>*</c> ends a word with any letters, <c>[0-9]*</c> is a number.</summary>
internal sealed class Phrase
{
    private const string Gap = "_";
    private const string Number = "[0-9]*";
    private const int LongestGap = 5;

    private readonly string[] parts;

    /// <param name="written">As the rule file has it.</param>
    public Phrase(string written)
    {
        // "mark-up" is two words, and "[0-9]*" one sign.
        parts = [.. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(part => part == Number ? [part] : part.Split(['-', '/'], StringSplitOptions.RemoveEmptyEntries))];
        Shown = string.Join(' ', parts.Select(part => part switch { Gap => "...", Number => "#", _ => part.TrimEnd('*') }));
    }

    /// <summary>The expression as a reason shows it: its own words, nothing of what a citizen wrote between them.</summary>
    public string Shown { get; }

    /// <summary>The word it begins with; null when that is not one fixed word.</summary>
    public string? First => parts[0].EndsWith('*') ? null : parts[0];

    /// <summary>It begins with a number, whichever.</summary>
    public bool BeginsWithNumber => parts[0] == Number;

    /// <summary>The letters with which it begins, where <see cref="First"/> is null and it does not begin with a number.</summary>
    public string Beginning => parts[0].TrimEnd('*');

    /// <summary>The words without which it stands nowhere; with <c>*</c> the beginning of one.</summary>
    public IEnumerable<string> Words => parts.Where(part => part is not (Gap or Number or "*"));

    /// <summary>Length in words when it stands at a place of the text; 0 when it does not.</summary>
    public int LengthAt(List<string> words, int at) => Match(words, at, 0) is >= 0 and var end ? end - at : 0;

    private int Match(List<string> words, int at, int part)
    {
        if (part == parts.Length) return at;
        if (parts[part] == Gap)
        {
            for (var skipped = 0; skipped <= LongestGap && at + skipped < words.Count; skipped++)
            {
                if (skipped > 0 && words[at + skipped - 1] == RuleWords.Break) return -1;
                if (Match(words, at + skipped, part + 1) is >= 0 and var end) return end;
            }

            return -1;
        }

        return at < words.Count && IsWord(parts[part], words[at]) ? Match(words, at + 1, part + 1) : -1;
    }

    private static bool IsWord(string part, string word)
    {
        if (part == Number) return word.All(char.IsAsciiDigit);
        return part[^1] == '*' ? word.AsSpan().StartsWith(part.AsSpan(0, part.Length - 1)) : word == part;
    }
}
