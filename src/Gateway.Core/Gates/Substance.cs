using System.Collections.Frozen;
using System.Collections.Immutable;
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

    // Who asks after what was told before is brief; a longer text tells its matter anew.
    private const int BriefWords = 20;

    private static readonly ImmutableArray<(string Kind, string Name, string Words)> Rows = [.. RuleFile.Read("substance.tsv")];
    private static readonly FrozenDictionary<string, string> Same = RuleFile.Same(Rows);
    private static readonly PhraseList LookAlikes = Phrases("not");
    private static readonly PhraseList Offers = Phrases("offer");
    private static readonly PhraseList Office = Phrases("office");
    private static readonly PhraseList Thanks = Phrases("thanks");
    private static readonly PhraseList Praise = Phrases("praise");
    private static readonly PhraseList Earlier = Phrases("earlier");
    private static readonly PhraseList Asks = Phrases("ask");
    private static readonly PhraseList Troubles = Phrases("trouble");
    private static readonly FrozenSet<string> Courtesies = Of("courtesy").ToFrozenSet();
    private static readonly FrozenSet<string> Forms =
        (from prefix in Of("prefix").Append("") from stem in Of("stem") from suffix in Of("suffix").Append("") select prefix + stem + suffix).ToFrozenSet();

    /// <param name="text">Title and text of the complaint.</param>
    /// <param name="hasPlace">The place is told apart from the text.</param>
    /// <returns>Why a person should look; null when it says enough.</returns>
    public static Reason? Doubt(string text, bool hasPlace)
    {
        var words = RuleWords.Of(text, Same);
        if (Offers.FirstIn(words) is { } offer) return new Reason("maybe-spam", offer);
        var saying = words.Where(word => word.Any(char.IsLetter) && !Courtesies.Contains(word)).Distinct().Take(BriefWords).Count();
        if (saying < BriefWords && Earlier.FirstIn(words) is not null) return new Reason("maybe-followup");
        List<string> whole = [.. words];
        LookAlikes.LookPast(words);
        var isWrong = IsWrong(words);
        // "Merekam KTP ibu saya yang lumpuh dengan sabar": what was wrong is told in the thanks.
        if (Praise.FirstIn(words) is not null && Asks.FirstIn(words) is null && Thanks.FirstIn(whole) is not null) return new Reason("maybe-thanks-only");
        if (!isWrong && Office.FirstIn(whole) is not null) return new Reason("maybe-office-mail");
        if (!isWrong && Asks.FirstIn(words) is null) return new Reason(Thanks.FirstIn(whole) is null ? "maybe-no-complaint" : "maybe-thanks-only");
        return saying < FewWords && !hasPlace ? new Reason("few-words") : null;
    }

    // What follows a "tidak" is missing or refused.
    private static bool IsWrong(List<string> words) =>
        words.Exists(Forms.Contains)
        || Troubles.FirstIn(words) is not null
        || words.Zip(words.Skip(1)).Any(pair => pair is { First: "tidak", Second: not RuleWords.Break });

    private static PhraseList Phrases(string kind) => new(Of(kind));

    private static IEnumerable<string> Of(string kind) => Rows.Where(row => row.Kind == kind).Select(row => row.Words);
}
