using System.Globalization;
using System.Text.Json.Nodes;

namespace Gateway.Tests.Endurance;

/// <summary>One complaint of the ledger, as <c>complaints list --json</c> gives it.</summary>
/// <param name="Number">Tracking number.</param>
/// <param name="Nth">Which one by its title; null when it is none of those that were handed over.</param>
/// <param name="State">Its state in words of the wire.</param>
/// <param name="CentralId">The id the centre gave.</param>
internal sealed record LedgerLine(string Number, int? Nth, string State, long? CentralId)
{
    public static LedgerLine Of(JsonObject line) => new(
        (string)line["number"]!,
        Tale.NthOf((string?)line["judul"]),
        (string)line["state"]!,
        (string?)line["centralId"] is { } id ? long.Parse(id, CultureInfo.InvariantCulture) : null);
}
