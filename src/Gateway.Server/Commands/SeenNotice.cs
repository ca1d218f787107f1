using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Adapters.WebForm;
using Gateway.Core.Ledger;
using Gateway.Server.Composition;

namespace Gateway.Server.Commands;

/// <summary>Which privacy notice a citizen saw who reported through the gateway's own page: proof for whoever asks about their data.</summary>
internal static class SeenNotice
{
    /// <summary>Null where no notice was shown, or where it can no longer be opened.</summary>
    public static async Task<string?> OfAsync(House house, ComplaintRow row, CancellationToken ct)
    {
        if (await house.Ledger.ItemAsync(row.ItemId, ct) is not { Arrival: { } key } || await house.Ledger.ArrivalAsync(key, ct) is not { } arrival) return null;
        try
        {
            return house.Intake.Unseal(arrival).Evidence.GetValueOrDefault(PostEvidence.Notice);
        }
        catch (Exception damaged) when (damaged is IOException or CryptographicException or JsonException)
        {
            return null;
        }
    }
}
