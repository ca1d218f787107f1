using System.Text;

namespace Gateway.Core.Gates;

/// <summary>
/// Tells when one text holds several matters, and how it could be split. It proposes; a person decides. The words are data:
/// <c>Rules/matters.tsv</c>. Pure.
/// </summary>
public static class SeveralMatters
{
    /// <summary>Longer texts are not looked through, in characters: nobody splits them by a proposal.</summary>
    public const int Longest = 50_000;

    private static readonly MatterRules Rules = MatterRules.Load("matters.tsv");

    /// <summary>
    /// The proposed parts in the order of the text; empty when it is one matter. Every word of the text is in at least one part, list
    /// marks and a sentence that only counts the matters apart; what stands before the first matter (who writes, from where) is in all.
    /// </summary>
    public static IReadOnlyList<Matter> In(string text)
    {
        if (text.Length > Longest || !Rules.MayHoldSeveral(text)) return [];
        var pieces = MatterPiece.Of(text);
        var opening = new List<int>();
        var parts = new List<(List<string> Topics, List<int> Pieces)>();
        var waiting = new List<int>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var topics = Rules.TopicsOf(pieces[i].Text);
            if (topics.Count == 0 && (pieces[i].IsMember || waiting.Count > 0 || Rules.IsLed(pieces[i].Text))) topics = Rules.FieldsOf(pieces[i].Text);
            // "Satu lagi," belongs to what comes.
            // "Ada dua hal yang ingin saya sampaikan": of a part alone it is not true.
            if (topics.Count == 0 && pieces[i].Announces) continue;
            if (topics.Count == 0 && Rules.Opens(pieces[i].Text))
            {
                waiting.Add(i);
                continue;
            }

            var home = topics.Count > 0 ? Home(parts, topics) : parts.Count == 0 ? opening : parts[^1].Pieces;
            home.AddRange(waiting);
            waiting.Clear();
            home.Add(i);
        }

        if (parts.Count < 2) return [];
        parts[^1].Pieces.AddRange(waiting);
        return [.. parts.Select(part => new Matter(part.Topics[0], Join(pieces, [.. opening, .. part.Pieces]), Rules.PastOpening(Join(pieces, part.Pieces))))];
    }

    // A piece that speaks of what was spoken of before goes on with it; a mixed one too, since it ties both together.
    private static List<int> Home(List<(List<string> Topics, List<int> Pieces)> parts, IReadOnlyList<string> topics)
    {
        var known = parts.FindIndex(part => topics.Any(topic => part.Topics.Any(other => Rules.AreKin(topic, other))));
        if (known < 0)
        {
            parts.Add(([.. topics], []));
            return parts[^1].Pieces;
        }

        parts[known].Topics.AddRange(topics.Except(parts[known].Topics));
        return parts[known].Pieces;
    }

    // Neighbours keep what stood between them.
    private static string Join(IReadOnlyList<MatterPiece> pieces, List<int> chosen)
    {
        var text = new StringBuilder();
        for (var i = 0; i < chosen.Count; i++)
        {
            if (i > 0) text.Append(chosen[i] == chosen[i - 1] + 1 ? pieces[chosen[i]].Before : "\n");
            text.Append(pieces[chosen[i]].Text);
        }

        return text.ToString();
    }
}
