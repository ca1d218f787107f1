namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>
/// Makes a list of choices that breaks a promise as short and as quiet as it can: leaves out stretches, puts zeros, makes numbers smaller,
/// and keeps whatever still breaks the same promise.
/// </summary>
internal sealed class Shrinker(Mutant mutant, int most)
{
    private int played;

    public IReadOnlyList<int> Shrink(Verdict broken)
    {
        var kind = Kind(broken.Broken!);
        List<int> best = [.. broken.Choices];
        for (var weight = int.MaxValue; Weight(best) < weight && played < most;)
        {
            weight = Weight(best);
            best = Quieter(Shorter(best, kind), kind);
        }

        while (best is [.., 0]) best.RemoveAt(best.Count - 1);
        return best;
    }

    private List<int> Shorter(List<int> best, string kind)
    {
        for (var size = best.Count / 2; size >= 1; size /= 2)
        {
            for (var at = 0; at + size <= best.Count && played < most;)
            {
                List<int> tried = [.. best[..at], .. best[(at + size)..]];
                if (Breaks(tried, kind)) best = tried;
                else at += size;
            }
        }

        return best;
    }

    private List<int> Quieter(List<int> best, string kind)
    {
        for (var size = Math.Max(1, best.Count / 4); size >= 1; size /= 2)
        {
            for (var at = 0; at < best.Count && played < most; at += size)
            {
                var end = Math.Min(at + size, best.Count);
                if (best[at..end].TrueForAll(choice => choice == 0)) continue;
                List<int> tried = [.. best[..at], .. Enumerable.Repeat(0, end - at), .. best[end..]];
                if (Breaks(tried, kind)) best = tried;
            }
        }

        return best;
    }

    private bool Breaks(List<int> tried, string kind)
    {
        played++;
        return Schedule.Play(Choices.Of(tried), mutant).Broken is { } broken && Kind(broken) == kind;
    }

    private static int Weight(List<int> list) => list.Sum() + list.Count;

    // The same promise, whatever the numbers and times in the sentence.
    private static string Kind(string broken) => new([.. broken.Where(c => char.IsAsciiLetterLower(c) || c == ' ').Take(60)]);
}
