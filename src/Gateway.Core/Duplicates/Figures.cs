using System.Globalization;

namespace Gateway.Core.Duplicates;

/// <summary>Reads numbers however they are written: "dua belas", "350rb", "lima ratus ribu", "Rp350.000". Pure.</summary>
internal static class Figures
{
    /// <summary>Behind every amount of money.</summary>
    public const string Money = "rupiah";

    private const string Comma = "koma";
    private const string Million = "juta";
    private const long MostMillions = 1_000;
    private const long Most = 1_000_000_000_000;

    /// <summary>The words with each number as one token.</summary>
    public static List<Token> Joined(List<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            if (!tokens[at].IsNumber || !long.TryParse(tokens[at].Word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > Most)
            {
                joined.Add(tokens[at++]);
                continue;
            }

            var isMoney = joined.Count > 0 && joined[^1].Word == "rp";
            if (isMoney) joined.RemoveAt(joined.Count - 1);
            var begin = at++;
            // "1,75 juta"
            if (at + 2 < tokens.Count && tokens[at].Word == Comma && tokens[at + 2].Word == Million && tokens[at + 1] is { IsNumber: true, Word.Length: <= 6 } part && number <= MostMillions)
            {
                number = (number * 1_000_000) + long.Parse(part.Word.PadRight(6, '0'), NumberStyles.None, CultureInfo.InvariantCulture);
                isMoney = true;
                at += 3;
            }

            for (; at < tokens.Count && number < Most; at++)
            {
                var (times, more) = tokens[at].Word switch { "belas" => (1, 10), "puluh" => (10, 0), "ratus" => (100, 0), "ribu" => (1_000, 0), "juta" => (1_000_000, 0), _ => (0, 0) };
                if (times == 0) break;
                number = (number * times) + more;
                isMoney |= times >= 1_000;
                // Twenty and five, four hundred and fifty.
                if (times is 10 or 100 && at + 1 < tokens.Count && long.TryParse(tokens[at + 1].Word, NumberStyles.None, CultureInfo.InvariantCulture, out var rest) && rest < times)
                {
                    number += rest;
                    at++;
                }
            }

            joined.Add(tokens[begin] with { Known = WordBook.Read(number.ToString(CultureInfo.InvariantCulture)) });
            if (isMoney) joined.Add(new Token(WordBook.Read(Money), false, false, false, false));
        }

        return joined;
    }
}
