using System.Text.RegularExpressions;
using Gateway.Core.Connectivity;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>Reads a complaint at the centre under the number that a person brings, in its turn. It changes nothing of a complaint there or here.</summary>
public sealed partial class ReadAtCentre(ICentral central, ReadingTurns turns, IRegistrySource registry)
{
    /// <param name="row">Our complaint.</param>
    /// <param name="centralId">The number, as <see cref="CentralNumber"/> reads it.</param>
    /// <param name="ct">Stops the call.</param>
    /// <returns>Null when its destination has no interface, so that there is nothing to read.</returns>
    public async Task<CentreReading?> ReadAsync(ComplaintRow row, string centralId, CancellationToken ct)
    {
        if (registry.Current.Destination(row.Destination) is not { Kind: "api" } destination) return null;
        if (await turns.TakeAsync(destination, ct) is { } refused)
            return refused.Code == ReadingTurns.Paused ? new CentreReading(ReadingVerdict.Paused, row.Destination) { Pause = refused.Reasons } : new CentreReading(ReadingVerdict.Unreachable, refused.Detail);
        var answer = await central.ReadAsync(destination, centralId, ct);
        await turns.TellAsync(destination, answer, ct);
        if (answer.Content is { } content) return Judge(content, row);
        return answer.Status switch
        {
            404 or 410 => new CentreReading(ReadingVerdict.NotThere, $"HTTP {answer.Status}"),
            >= 200 and < 300 => new CentreReading(ReadingVerdict.NoContent),
            _ => new CentreReading(ReadingVerdict.Unreachable, answer.Status is { } status ? $"HTTP {status}" : answer.Excerpt),
        };
    }

    private static CentreReading Judge(string content, ComplaintRow row)
    {
        // The centre may wrap the text in markup.
        var marker = CentreRow.NumberIn(Markup().Replace(content, ""));
        if (marker is null) return new CentreReading(ReadingVerdict.NoMarker);
        if (marker != row.Number) return new CentreReading(ReadingVerdict.OtherMarker, marker);
        return new CentreReading(CentreText.Holds(content, row.Isi) ? ReadingVerdict.Proved : ReadingVerdict.OtherWords);
    }

    [GeneratedRegex(@"(\s|&nbsp;|<[^<>]*>)+\z")]
    private static partial Regex Markup();
}
