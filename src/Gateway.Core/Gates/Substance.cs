using Gateway.Contracts;

namespace Gateway.Core.Gates;

/// <summary>
/// Whether a text says enough to leave without a person: something is wrong in it or asked for, in more than two words, and nobody
/// offers anything. It never drops; what says nothing is held. The words are data: <c>Rules/substance.tsv</c>.
/// </summary>
public static class Substance
{
    // "Jalan rusak" is no report anybody could act on, unless a place is known.
    private const int FewWords = 3;

    private static readonly RuleFile File = RuleFile.Load("substance.tsv");
    private static readonly PhraseList LookAlikes = new(File["not"]);
    private static readonly PhraseList Offers = new(File["offer"]);
    private static readonly PhraseList Office = new(File["office"]);
    private static readonly PhraseList Thanks = new(File["thanks"]);
    private static readonly PhraseList Asks = new(File["ask"]);
    private static readonly PhraseList Troubles = new(File["trouble"]);
    private static readonly HashSet<string> Forms =
    [
        .. from prefix in File["prefix"].Append("") from stem in File["stem"] from suffix in File["suffix"].Append("") select prefix + stem + suffix,
    ];

    private static readonly HashSet<string> Courtesies = [.. File["courtesy"]];

    /// <param name="text">Title and text of the complaint.</param>
    /// <param name="hasPlace">The place is told apart from the text.</param>
    /// <returns>Why a person should look; null when it says enough.</returns>
    public static Reason? Doubt(string text, bool hasPlace)
    {
        var words = RuleWords.Of(text, File.Same);
        if (First(Offers, words) is { } offer) return new Reason("maybe-spam", offer);
        var saying = words.Where(word => word.Any(char.IsLetter) && !Courtesies.Contains(word)).Distinct().Take(FewWords).Count();
        var thanks = First(Thanks, words);
        var office = First(Office, words);
        RuleFile.LookPast(LookAlikes, words);
        var isWrong = IsWrong(words);
        if (!isWrong && office is not null) return new Reason("maybe-office-mail");
        if (!isWrong && First(Asks, words) is null) return new Reason(thanks is null ? "maybe-no-complaint" : "maybe-thanks-only");
        return saying < FewWords && !hasPlace ? new Reason("few-words") : null;
    }

    // What follows a "tidak" is missing or refused.
    private static bool IsWrong(List<string> words) =>
        words.Exists(Forms.Contains)
        || First(Troubles, words) is not null
        || words.Zip(words.Skip(1)).Any(pair => pair is { First: "tidak", Second: not RuleWords.Break });

    private static string? First(PhraseList phrases, List<string> words)
    {
        foreach (var (_, _, shown) in phrases.In(words)) return shown;
        return null;
    }
}
