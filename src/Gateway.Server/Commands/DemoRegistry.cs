using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;

namespace Gateway.Server.Commands;

/// <summary>The registry of the demo: one agency, one channel of each kind, all <c>auto</c>, and the simulator as the centre.</summary>
internal static class DemoRegistry
{
    public static Registry For(Uri simulator, Registry present) => present with
    {
        Agencies = [new Agency("dishub", "Dinas Perhubungan Provinsi Kalimantan Timur", "opd", "101")],
        Destinations =
        [
            new Destination
            {
                Key = "default",
                BaseUrl = simulator.ToString().TrimEnd('/'),
                State = DestinationState.Open,
                RequestsPerSecond = 200,
                Schedule = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)],
            },
        ],
        Channels =
        [
            Channel("webform", new JsonObject { ["page"] = "on" }),
            Channel("email", []),
            Channel("whatsapp", new JsonObject { ["officers"] = new JsonArray("Dishub Kaltim") }),
            Channel("register", []),
        ],
    };

    private static Channel Channel(string kind, JsonObject settings) => new()
    {
        Key = "demo-" + kind,
        Agency = "dishub",
        Kind = kind,
        Policy = ChannelPolicy.Auto,
        Settings = settings,
    };
}
