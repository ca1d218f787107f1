using System.Globalization;

namespace Gateway.Core.Duplicates;

/// <summary>
/// What tells two matters of the same words apart beside their places: numbers with what they count, sides and other opposites, days, and
/// who is concerned. What only one of two texts has says nothing. Pure.
/// </summary>
internal static class Marks
{
    /// <summary>Who is concerned, by name.</summary>
    public const string Person = "sapaan";

    private const string Passive = "di";
    private const string Kin = "kerabat";
    private const string Office = "jabatan";
    private const string TimeOfDay = "bagianhari";
    private const string Denial = "ingkar";
    private const string Yes = "ya";
    private const string No = "tidak";
    private const string Hour = "jam";
    private const string Never = "jangan";
    private const string Named = "nama";
    private const int Before = 3;
    private const string Asked = " minta";
    private const string Letter = " huruf";
    private const string Site = "situs";
    private const string Month = "namabulan";
    private const string Day = "tanggal";
    private const string Position = "letak";

    /// <summary>The marks of a text and of what stands behind its end.</summary>
    /// <param name="tokens">What is told.</param>
    /// <param name="end">Thanks and the name of who wrote it.</param>
    public static ILookup<string, string> Of(List<Token> tokens, List<Token> end)
    {
        var marks = new HashSet<(string Kind, string Value)>();
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            foreach (var kind in token.Known.Opposites) if (!(kind == TimeOfDay && IsGreeting(tokens, at)) && !(kind == Kin && IsTitleOf(tokens, at))) marks.Add((kind, token.Word));
            if (token.Known.IsLabel && LetterBehind(tokens, at) is { } letter) marks.Add((token.Word + Letter, letter));
            if (token.IsNumber) marks.Add(CountedBy(tokens, at) is var counted && counted == Hour ? (counted, OnTheDial(token.Word)) : (counted, token.Word));
            else if (token.Known.IsTitle) marks.UnionWith(tokens.GetRange(at + 1, NameOfPerson(tokens, at)).Select(name => (Person, name.Word)));
            else if (!token.Known.IsSilent && !token.Known.IsTime && token.Known.Says is { Kind: not WordKind.Light } word)
                marks.Add(($"{Denial} {word.Name}", DeniedBy(tokens, at) is { } denies ? denies == Never ? Never : No : Yes));
            if (token.Known.Site is { } site) marks.Add((Site, site));
            if (token.Known.Wishes.Length > 0 && DeniedBy(tokens, at) is null or Never) foreach (var kind in token.Known.Wishes) marks.Add((IsAsked(tokens, at) ? kind + Asked : kind, token.Known.Says.Name));
        }

        marks.UnionWith(end.Where(IsNameOfPerson).Select(token => (Person, token.Word)));
        return marks.ToLookup(mark => mark.Kind, mark => mark.Value);
    }

    /// <summary>True when each has a mark that the other has not, though it has one of that kind.</summary>
    public static bool Differ(Told one, Told other) => one.Marks.Any(kind => !IsDenial(kind.Key) && Differ(kind, other));

    /// <summary>
    /// True when such a mark is of a kind that a person who tells it anew does not change. How long it lasts changes from one telling to the
    /// next, and one says in front of what the other says beside what.
    /// </summary>
    public static bool Part(Told one, Told other) => one.Marks.Any(kind => !IsDenial(kind.Key) && kind.Key != Position && kind.Key.Length > 0 && !WordBook.Durations.Contains(kind.Key) && Differ(kind, other) && !Counts(one, other, kind.Key)) || Forbid(one, other) || Forbid(other, one) || (one.Wide.Except(other.Wide).Any() && other.Wide.Except(one.Wide).Any());

    // "jangan ditebang" and "tolong ditebang"
    private static bool Forbid(Told one, Told other) => other.Words.Overlaps(WordBook.Pleas) && one.Marks.Any(kind => IsDenial(kind.Key) && kind.All(value => value == Never) && other.Marks[kind.Key].Any() && other.Marks[kind.Key].All(value => value == Yes));

    /// <summary>True when one has a number or a person more of a kind of which the other has some: "no 12" and "no 15, minggu lalu no 12".</summary>
    public static bool Exceed(Told one, Told other) =>
        one.Marks.Any(kind => !IsDenial(kind.Key) && (kind.Key == Person || kind.All(IsNumber)) && other.Marks.Contains(kind.Key) && kind.Except(other.Marks[kind.Key]).Any());

    /// <summary>True when one denies a word that the other says: "ditutup" and "jangan ditutup".</summary>
    public static bool Deny(Told one, Told other) => one.Marks.Any(kind => IsDenial(kind.Key) && Differ(kind, other));

    /// <summary>How many words behind a title are the name of a person.</summary>
    public static int NameOfPerson(List<Token> tokens, int title)
    {
        var length = 0;
        var isNamed = tokens[title].Word == Named;
        while (title + length + 1 < tokens.Count && (IsNameOfPerson(tokens[title + length + 1]) || (isNamed && length < 2 && MayBePerson(tokens[title + length + 1])))) length++;
        return length;
    }

    private static bool Differ(IGrouping<string, string> kind, Told other) => other.Marks[kind.Key].Except(kind).Any() && kind.Except(other.Marks[kind.Key]).Any();

    // Of several numbers one in common is enough, and one that the other gives to something else is known to both: a neighbour adds his own house.
    private static bool Counts(Told one, Told other, string kind) =>
        one.Marks[kind].All(IsNumber) && (one.Marks[kind].Intersect(other.Marks[kind]).Any() || Knows(other, one.Marks[kind]) || Knows(one, other.Marks[kind]));

    private static bool Knows(Told told, IEnumerable<string> numbers) => numbers.All(number => told.Marks.Any(mark => mark.Contains(number)));

    private static bool IsNumber(string value) => char.IsAsciiDigit(value[0]);

    private static bool IsDenial(string kind) => kind.StartsWith(Denial, StringComparison.Ordinal);

    private static bool IsNameOfPerson(Token token) => token is { IsCapital: true, IsAcronym: false, IsNumber: false } && !token.Known.IsCommon && !token.Known.IsKnownPlace;

    // "an siti maryam", in small letters
    private static bool MayBePerson(Token token) => token is { IsNumber: false, IsAcronym: false, Word.Length: > 2 } && !token.Known.MayBeCommon && !token.Known.IsKnownPlace;

    // "kelas 4A", "tower B"
    private static string? LetterBehind(List<Token> tokens, int at)
    {
        var behind = at + 1 < tokens.Count && tokens[at + 1].IsNumber ? at + 2 : at + 1;
        return behind < tokens.Count && tokens[behind] is { IsNumber: false, Word.Length: 1 } ? tokens[behind].Word : null;
    }

    // "tolong ditutup", "tutup saja"; not "kok ditutup".
    private static bool IsAsked(List<Token> tokens, int at)
    {
        for (var behind = at + 1; behind <= at + 2 && behind < tokens.Count && !tokens[behind].BeginsAnew; behind++) if (WordBook.Urges.Contains(tokens[behind].Word)) return true;
        for (var before = at; before > 0 && !tokens[before].BeginsAnew; before--) if (WordBook.Pleas.Contains(tokens[before - 1].Word)) return true;
        return false;
    }

    // "23.00" is "jam 11 malam".
    private static string OnTheDial(string hour) =>
        int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time < 2_400
            ? (time <= 24 ? time % 12 * 100 : (time / 100 % 12 * 100) + (time % 100)).ToString(CultureInfo.InvariantCulture) : hour;

    // "kelas 3" and "3 unit": the word before, when it is one that numbers stand behind, else the one behind.
    private static string CountedBy(List<Token> tokens, int at)
    {
        if (at > 0 && tokens[at - 1].Known is var before && (before.Word.Length == 1 || before.IsLabel || before.Point is not null)) return before.Word;
        if (at + 1 < tokens.Count && tokens[at + 1].Known.Opposites.Contains(Month)) return Day;
        return at + 1 < tokens.Count && !tokens[at + 1].IsNumber ? tokens[at + 1].Word : "";
    }

    // "Ibu Halimah", "bapak camat": nobody's mother or father.
    private static bool IsTitleOf(List<Token> tokens, int at) =>
        tokens[at].Known.IsTitle && at + 1 < tokens.Count && (tokens[at + 1].Known.Opposites.Contains(Office) || NameOfPerson(tokens, at) > 0);

    // "selamat pagi", "pagi min"
    private static bool IsGreeting(List<Token> tokens, int at) => tokens[at].BeginsAnew || tokens[at - 1].Word == "selamat";

    private static bool IsRefused(List<Token> tokens, int at)
    {
        for (var before = Math.Max(0, at - Before); before < at; before++)
            if (IsAgainst(tokens, before) && !tokens.GetRange(before, at - before).Exists(token => WordBook.Joins.Contains(token.Word))) return true;
        return false;
    }

    // Not "jangan tunggu", "jangan sampai".
    private static bool IsNever(List<Token> tokens, int at) => tokens[at].Word == Never && !(at + 1 < tokens.Count && WordBook.Idioms.Contains(tokens[at + 1].Word));

    // "kami menolak pembangunan"; not "dinas menolak memperbaiki".
    private static bool IsAgainst(List<Token> tokens, int at)
    {
        if (!tokens[at].Known.IsAgainst || (at > 0 && (tokens[at - 1].Known.IsNegation || tokens[at - 1].Word == Passive))) return false;
        var from = at;
        while (from > 0 && !tokens[from].BeginsAnew) from--;
        return tokens.FindIndex(from, at - from, token => WordBook.Selves.Contains(token.Word)) >= 0;
    }

    // "tidak diangkut", "belum pernah diangkut"
    private static string? DeniedBy(List<Token> tokens, int at) =>
        (at + 1 < tokens.Count && IsNever(tokens, at + 1)) || (at + 2 < tokens.Count && IsNever(tokens, at + 2) && tokens[at + 1].Known.IsSilent) || IsRefused(tokens, at) ? Never :
        at > 0 && tokens[at - 1].Known.IsNegation && (tokens[at - 1].Word != Never || IsNever(tokens, at - 1)) ? tokens[at - 1].Word
        : at > 1 && tokens[at - 2].Known.IsNegation && (tokens[at - 2].Word != Never || IsNever(tokens, at - 2)) && (tokens[at - 1].Known.IsSilent || tokens[at - 1].Known.Says.Kind == WordKind.Light) ? tokens[at - 2].Word : null;
}
