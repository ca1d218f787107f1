using Dapper;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>The index by which complaints of one matter find one another. A look-up costs the same however many complaints share a value.</summary>
internal static class NearBands
{
    // Judgements rise in the order of their commits.
    private const string LastJudgement = "SELECT max(judged) FROM judgements";

    // Of a value that everybody has ("jalan | rusak") only the newest are looked at; the rarer values find the others.
    private const int NewestOfBand = 40;

    // Of those that share most this many times the wanted are read, since some were discarded or are too old.
    private const int Spare = 2;

    public static NearRows Find(LedgerSession session, IReadOnlyList<long> bands, DateTimeOffset since, int most)
    {
        // Before the looking: what is judged meanwhile counts as not looked at.
        var upTo = session.ExecuteScalar<long?>(LastJudgement) ?? 0;
        var shared = new Dictionary<long, double>();
        foreach (var band in bands)
        {
            // A value that few have tells most.
            var newest = session.Query<long>(Queries.NewestOfBand, new { band, limit = NewestOfBand }).ToList();
            foreach (var judged in newest) shared[judged] = shared.GetValueOrDefault(judged) + (1.0 / newest.Count);
        }

        if (shared.Count == 0) return new NearRows(upTo, []);
        var likeliest = shared.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).Take(most * Spare).Select(pair => pair.Key).ToArray();
        var rows = session.Query<StoredNear>(
            $"{StoredNear.Select} WHERE j.judged IN @likeliest AND c.seen >= @since AND c.state <> 'discarded'", new { likeliest, since = Instant.Of(since) });
        return new NearRows(upTo, [.. rows.OrderByDescending(row => shared[row.Judged]).ThenByDescending(row => row.Judged).Select(row => row.ToRow()).DistinctBy(row => row.Number).Take(most)]);
    }

    /// <summary>True when a complaint that the judge did not look at was judged meanwhile and shares a value.</summary>
    public static bool IsOvertaken(LedgerSession session, Judgement judgement) =>
        judgement.Bands.Count > 0
        && (session.ExecuteScalar<long?>(LastJudgement) ?? 0) > judgement.UpTo
        && session.Query<string>(
            "SELECT j.number FROM near_bands b JOIN judgements j ON j.judged = b.judged WHERE b.band IN @Bands AND b.judged > @UpTo",
            new { judgement.Bands, judgement.UpTo }).Except(judgement.Beside).Any();

    public static void Write(LedgerSession session, string number, IReadOnlyList<long> bands)
    {
        session.Execute("INSERT INTO judgements (number) VALUES (@number)", new { number });
        if (bands.Count == 0) return;
        var judged = session.ExecuteScalar<long>(LastJudgement);
        var arguments = new DynamicParameters(new { judged });
        for (var i = 0; i < bands.Count; i++) arguments.Add($"band{i}", bands[i]);
        session.Execute($"INSERT INTO near_bands (band, judged) VALUES {string.Join(", ", bands.Select((_, i) => $"(@band{i}, @judged)"))}", arguments);
    }
}
