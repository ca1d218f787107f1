using System.Collections.Immutable;
using Gateway.Core.Gates;

namespace Gateway.Core.Duplicates;

/// <summary>
/// All that the <see cref="WordBook"/> says of one word, looked up once: texts are read again and again, and most of their words are the same.
/// Pure.
/// </summary>
/// <param name="word">The word in lower case; never empty.</param>
internal sealed class KnownWord(string word)
{
    private KnownWord? meant;
    private bool? mayBeCommon;
    private string? stem;

    public string Word { get; } = word;

    /// <summary>Two words with one value are taken for one where many are compared at once.</summary>
    public int Hash { get; } = word.GetHashCode(StringComparison.Ordinal);

    public bool IsNumber { get; } = char.IsAsciiDigit(word[0]);

    /// <inheritdoc cref="WordBook.PlaceOf"/>
    public string? Place { get; } = WordBook.PlaceOf(word);

    /// <inheritdoc cref="WordBook.PointOf"/>
    public string? Point { get; } = WordBook.PointOf(word);

    /// <inheritdoc cref="WordBook.RegionOf"/>
    public string? Region { get; } = WordBook.RegionOf(word);

    /// <inheritdoc cref="WordBook.OppositesOf"/>
    public ImmutableArray<string> Opposites { get; } = WordBook.OppositesOf(word);

    /// <inheritdoc cref="WordBook.Of"/>
    public (WordKind Kind, string Name) Says { get; } = WordBook.Of(word);

    /// <summary>What kind of site it is: a school, a market.</summary>
    public string? Site { get; } = WordBook.SiteOf(word);

    /// <summary>What it is one of two wishes of: to open, to close.</summary>
    public ImmutableArray<string> Wishes { get; } = WordBook.WishesOf(WordBook.Of(word).Name);

    /// <summary>What it is compared by where it says nothing that is known.</summary>
    public string Stem => stem ??= WordStems.Of(Word).ToString();

    public bool IsSilent { get; } = WordBook.Silent.Contains(word);

    public bool IsTime { get; } = WordBook.Time.Contains(word);

    public bool IsPart { get; } = WordBook.Parts.Contains(word);

    public bool IsUsualName { get; } = WordBook.Named.Contains(word);

    public bool IsTitle { get; } = WordBook.Titles.Contains(word);

    public bool IsLabel { get; } = WordBook.Labels.Contains(word);

    public bool IsNegation { get; } = WordBook.Negations.Contains(word);

    public bool IsAgainst { get; } = WordBook.Against.Contains(word);

    public bool IsWonder { get; } = WordBook.Wonders.Contains(word);

    public bool IsAsking { get; } = WordBook.Asking.Contains(word);

    public bool IsMended { get; } = WordBook.Mended.Contains(word);

    public bool IsDone { get; } = WordBook.Done.Contains(word);

    public bool IsAgain { get; } = WordBook.Again.Contains(word);

    /// <inheritdoc cref="CommonWords.Has"/>
    public bool IsCommon { get; } = WordBook.Common.Has(word);

    /// <inheritdoc cref="CommonWords.MayBe"/>
    public bool MayBeCommon => mayBeCommon ??= WordBook.Common.MayBe(Word);

    public bool IsKnownPlace => Region is not null || Place is not null || Point is not null;

    /// <summary>It says something of what stands before it, and is no name.</summary>
    public bool Describes => IsSilent || IsTime || IsKnownPlace || Says.Kind is WordKind.Thing or WordKind.Sense;

    /// <summary>A name may stand behind it.</summary>
    public bool BeginsName => Place is not null || Point is not null || IsPart;

    /// <summary>The word that it is a slip of; itself where it is none.</summary>
    public KnownWord Meant => meant ??= WordBook.Meant(this);
}
