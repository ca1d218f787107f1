using Gateway.Core.Destinations;

namespace Gateway.Infrastructure.Central;

/// <summary>What the registry, not the contract file, says about one call: where it goes, its headers, and when it must have left.</summary>
/// <param name="Target">Full address.</param>
/// <param name="Headers">Headers with their secrets resolved. Never logged.</param>
/// <param name="Departure">Notes when the content leaves.</param>
internal sealed record CentralRequest(Uri Target, IReadOnlyList<KeyValuePair<string, string>> Headers, Departure Departure)
{
    /// <summary>Name under which it travels with the request inside the process.</summary>
    public const string Property = "gateway.central-request";

    public static readonly HttpRequestOptionsKey<CentralRequest> Key = new(Property);

    /// <summary>Address of a call: the route is appended to the path of the base address, with or without a leading slash.</summary>
    /// <param name="destination">Whose.</param>
    /// <param name="call">Name of the route.</param>
    /// <param name="id">The complaint it names; null when it names none.</param>
    /// <param name="query">Takes the place of the route's own query: a page that the centre named. Host and path stay ours, so that no token goes elsewhere.</param>
    /// <returns>Null when the base address is missing or not http(s).</returns>
    public static Uri? AddressOf(Destination destination, string call, string? id = null, int page = 1, string? query = null)
    {
        if (!Uri.TryCreate(destination.BaseUrl, UriKind.Absolute, out var start) || start.Scheme is not ("http" or "https")) return null;
        var route = destination.Routes.TryGetValue(call, out var own) ? own : CentralRoutes.ByCall[call];
        if (id is not null) route = route.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal);
        if (page > 1) route += (route.Contains('?', StringComparison.Ordinal) ? "&" : "?") + string.Create(System.Globalization.CultureInfo.InvariantCulture, $"page={page}");
        if (query is not null) route = route.Split('?')[0] + query;
        return new Uri(start.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + route.TrimStart('/'));
    }

    // A record prints its fields; the headers hold tokens.
    public override string ToString() => $"CentralRequest({Target.AbsolutePath})";
}
