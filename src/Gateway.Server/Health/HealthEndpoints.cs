using System.Globalization;
using System.Text;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Server.Commands;
using Gateway.Server.Composition;

namespace Gateway.Server.Health;

/// <summary><c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c> (Prometheus text). No personal data in any.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes, House house)
    {
        routes.MapGet("/health/live", () => Results.Text("ok"));
        routes.MapGet("/health/ready", async (CancellationToken ct) =>
        {
            try
            {
                await house.Ledger.DestinationsAsync(ct);
                return Results.Text("ok");
            }
            catch (LedgerUnavailableException)
            {
                return Results.Text("ledger unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
        routes.MapGet("/metrics", async (CancellationToken ct) => Results.Text(await MetricsAsync(house, ct), "text/plain; version=0.0.4"));
    }

    private static async Task<string> MetricsAsync(House house, CancellationToken ct)
    {
        var text = new StringBuilder();
        text.AppendLine("# HELP gateway_items_total Raw items by channel and outcome.").AppendLine("# TYPE gateway_items_total counter");
        foreach (var (channel, outcome, count) in await house.Ledger.SumsAsync(ct))
            text.AppendLine(CultureInfo.InvariantCulture, $"gateway_items_total{{channel=\"{channel}\",outcome=\"{Wire.Name(outcome)}\"}} {count}");
        text.AppendLine("# HELP gateway_destination_open 1 when complaints go to the destination.").AppendLine("# TYPE gateway_destination_open gauge");
        foreach (var row in await house.Ledger.DestinationsAsync(ct))
            text.AppendLine(CultureInfo.InvariantCulture, $"gateway_destination_open{{destination=\"{row.Key}\"}} {(row.State == DestinationState.Open ? 1 : 0)}");
        text.AppendLine("# HELP gateway_rows_left_alone_total Rows of a newer version that this one left out of a list.").AppendLine("# TYPE gateway_rows_left_alone_total counter");
        text.AppendLine(CultureInfo.InvariantCulture, $"gateway_rows_left_alone_total {house.Strangers.Counts.Values.Sum()}");
        await MasterMetrics.WriteAsync(house, text, ct);
        return text.ToString();
    }
}
