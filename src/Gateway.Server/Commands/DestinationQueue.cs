using System.Text.Json.Nodes;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>What waits at a destination and when it will be gone, as a line for a person and as JSON.</summary>
internal sealed record DestinationQueue(Backlog Backlog, DrainForecast Forecast)
{
    public static async Task<DestinationQueue> OfAsync(House house, Destination settings, DestinationRow row, CancellationToken ct)
    {
        var now = house.Time.GetUtcNow();
        var backlog = await house.Ledger.BacklogAsync(settings.Key, now, now - DrainForecast.Lately, ct);
        return new DestinationQueue(backlog, DrainForecast.Of(settings, row, backlog, now));
    }

    public string Line(WordList words)
    {
        var urgent = Backlog.Urgent == 0 ? "" : " " + words["queue.urgent", Backlog.Urgent];
        var later = Backlog.Later == 0 ? "" : " " + words["queue.later", Backlog.Later, ComplaintPage.Moment(Backlog.LastDue)!];
        return words["queue.waiting", Backlog.Waiting] + urgent + later + ". "
            + words["queue." + Forecast.Code, ComplaintPage.Moment(Forecast.Likely) ?? "-", ComplaintPage.Moment(Forecast.Earliest) ?? "-", $"{Forecast.PerMinute:0.#}"]
            + (Forecast.Code == "closed" ? " " + Takes(words) : "");
    }

    private string Takes(WordList words) => Forecast.Takes is not { } takes
        ? words["queue.takes-unknown"]
        : words[Forecast.PerMinute is null ? "queue.takes-least" : "queue.takes", Math.Ceiling(takes.TotalMinutes), $"{Forecast.PerMinute:0.#}"];

    public JsonObject Json() => new()
    {
        ["waiting"] = Backlog.Waiting,
        ["urgent"] = Backlog.Urgent,
        ["later"] = Backlog.Later,
        ["lastDue"] = Wire.Moment(Backlog.LastDue),
        ["perMinute"] = Forecast.PerMinute is { } speed ? Math.Round(speed, 1) : null,
        ["forecast"] = Forecast.Code,
        ["minutes"] = Forecast.Takes is { } takes ? Math.Round(takes.TotalMinutes, 1) : null,
        ["earliestEmpty"] = Wire.Moment(Forecast.Earliest),
        ["likelyEmpty"] = Wire.Moment(Forecast.Likely),
    };
}
