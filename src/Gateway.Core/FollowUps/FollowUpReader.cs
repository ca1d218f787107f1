using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.FollowUps;

/// <summary>Reads all follow-ups of a complaint: to the last page, each in its turn of the rate limit, and never round in a circle.</summary>
internal sealed class FollowUpReader(ICentral central, DestinationDesk desk)
{
    /// <summary>The entries, or the answer that kept it from reading them all.</summary>
    /// <param name="destination">Where.</param>
    /// <param name="centralId">The complaint there.</param>
    /// <param name="between">Called before each further page; false ends it.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<(IReadOnlyList<CentralEntry>? Entries, CentralAnswer Answer)> ReadAsync(
        Destination destination, string centralId, Func<Task<bool>> between, CancellationToken ct)
    {
        var entries = new List<CentralEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? page = null;
        while (true)
        {
            var answer = await central.ReadFollowUpsAsync(destination, centralId, page, ct);
            if (AnswerTable.Classify(CentralCall.ReadOne, answer) != AttemptOutcome.Done || answer.FollowUps is not { } read) return (null, answer);
            entries.AddRange(read.Entries);
            if (read.Next is not { } next) return (entries, answer);
            page = next;
            // A list without an end was not read to its end.
            if (!seen.Add(next) || seen.Count >= destination.ReadBack.Pages || !await between() || !await desk.AdmitSoonAsync(destination, ct))
                return (null, answer with { Readable = false, FollowUps = null });
        }
    }
}
