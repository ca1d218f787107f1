using CsCheck;
using Gateway.Core;
using Gateway.Tests.Simulation.Parts;

namespace Gateway.Tests.Core;

/// <summary>A number that can be said over the phone and does not survive a slip of the tongue.</summary>
internal sealed class TrackingNumberTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    // Where the symbols after the G stand in GXXX-XXXX-XXXX-XX.
    private static readonly int[] Places = [1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13, 15, 16];

    private static readonly Gen<string> Numbers = Gen.Int[0, 500].Select(New);

    [Test]
    public void HasTheShapeThatIsPrinted() =>
        Numbers.Sample(number => System.Text.RegularExpressions.Regex.IsMatch(number, "^G[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$"));

    [Test]
    public void IsReadBackAsItWasWritten() => Numbers.Sample(number => Read(number) == number);

    [Test]
    public void EverySingleWrongSymbolIsCaught()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var number = New(seed);
            var wrong = from place in Places from symbol in Alphabet where number[place] != symbol select With(number, place, symbol);

            Assert.That(wrong.Where(typed => Read(typed) is not null), Is.Empty, number);
        }
    }

    [Test]
    public void EverySwapOfNeighboursIsCaughtButThatOfTheFirstAndLastSymbolOfTheAlphabet() =>
        Gen.Select(Numbers, Gen.Int[0, Places.Length - 2]).Sample((number, at) =>
        {
            var (one, other) = (number[Places[at]], number[Places[at + 1]]);
            var swapped = With(With(number, Places[at], other), Places[at + 1], one);
            // Luhn mod 32 cannot tell 0Z from Z0, as Luhn mod 10 cannot tell 09 from 90.
            return one == other || (one, other) is ('0', 'Z') or ('Z', '0') ? Read(swapped) is not null : Read(swapped) is null;
        });

    [Test]
    public void IsReadAsPeopleTypeIt()
    {
        var number = New(1);

        Assert.That(Read(number.ToLowerInvariant()), Is.EqualTo(number));
        Assert.That(Read(number.Replace("-", "", StringComparison.Ordinal)), Is.EqualTo(number));
        Assert.That(Read("  " + number.Replace("-", " ", StringComparison.Ordinal) + " "), Is.EqualTo(number));
    }

    [Test]
    public void TakesLettersThatLookLikeDigitsForThem() =>
        Numbers.Sample(number =>
            Read("G" + number[1..].Replace('0', 'O').Replace('1', 'l')) == number && Read("g" + number[1..].Replace('0', 'o').Replace('1', 'I')) == number);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("G")]
    [TestCase("8012345")]
    [TestCase("GGGG-GGGG-GGGG")]
    [TestCase("GUUU-UUUU-UUUU-UU")]
    [TestCase("G000-0000-0000-0A")]
    [TestCase("A000-0000-0000-00")]
    [TestCase("G000-0000-0000-000")]
    public void RefusesWhatIsNoNumber(string? typed) => Assert.That(Read(typed), Is.Null);

    [Test]
    public void AnyTextIsReadOrRefused() => Gen.String.Sample(text => Read(text) is null or ['G', ..]);

    [Test]
    public void IsNeverMistakenForANumberOfTheCentre() => Numbers.Sample(number => !number.All(char.IsAsciiDigit));

    [Test]
    public void TheMarkerIsOneLineWithTheNumber() =>
        Assert.That(TrackingNumber.Marker("G7K2-9QXW-4M1Z-8T"), Is.EqualTo("No. pelacakan: G7K2-9QXW-4M1Z-8T"));

    private static string? Read(string? typed) => TrackingNumber.TryRead(typed, out var number) ? number : null;

    private static string With(string number, int place, char symbol) => number[..place] + symbol + number[(place + 1)..];

    private static string New(int seed)
    {
        var identifiers = new SimulatedIdentifiers();
        for (var i = 0; i < seed; i++) identifiers.Chance();
        return TrackingNumber.New(identifiers);
    }
}
