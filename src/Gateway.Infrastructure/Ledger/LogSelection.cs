using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>The condition of a query of the log, the same for events and attempts.</summary>
internal static class LogSelection
{
    public const string Complaint = "c.channel AS Channel, c.agency AS Agency, c.destination AS Destination, c.central_id AS CentralId, c.supervised AS Supervised";

    /// <param name="query">What is wanted.</param>
    /// <param name="log">Alias of the table, whose position orders.</param>
    /// <param name="moment">Its column with the time.</param>
    public static string Where(LogQuery query, string log, string moment) =>
        $"WHERE {log}.position > @After AND {log}.{moment} >= @From AND {log}.{moment} < @Until"
        + (query.Agency is null ? "" : " AND c.agency = @Agency")
        // Not by the index of states: every page would read and sort all that is in this state.
        + (query.State is null ? "" : " AND COALESCE(c.state, '') = @State")
        + (query.HidesSupervised ? " AND c.supervised = 0" : "")
        + $" ORDER BY {log}.position LIMIT @Limit";

    public static object Arguments(LogQuery query) => new
    {
        query.After,
        From = Instant.Of(query.From),
        Until = Instant.Of(query.Until),
        query.Agency,
        State = Words.Of(query.State),
        query.Limit,
    };
}
