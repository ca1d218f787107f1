using System.Text.Json;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Connectivity;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Nodes;
using Gateway.Core.Payloads;

namespace Gateway.Core.Intake;

/// <summary>Keeps a raw item before anything is made of it, sealed, and opens it again. (Claim Check)</summary>
internal sealed class ArrivalKeeper(
    ILedger ledger, IPayloadStore payloads, IVault vault, IIdentifiers identifiers, IRegistrySource registry, ThisNode self, TimeProvider time)
{
    /// <summary>Writes the bytes; the row is the caller's to record.</summary>
    public async Task<ArrivalRow> KeepAsync(Channel channel, string? round, RawItem raw, CancellationToken ct)
    {
        var id = identifiers.NewId();
        var key = vault.NewKey();
        return new ArrivalRow
        {
            Id = id,
            Node = self.Id,
            Channel = channel.Key,
            Kind = channel.Kind,
            Round = round,
            MediaType = raw.MediaType,
            Received = raw.Received,
            Seen = time.GetUtcNow(),
            CutOver = await CutOverAsync(channel, round, raw, ct),
            WrappedKey = key,
            Payload = await payloads.KeepAsync(id, raw.Content, key, ct),
            Envelope = vault.Seal(key, JsonSerializer.SerializeToUtf8Bytes(new ArrivalEnvelope(raw.File, raw.Evidence), ContractJson.Options), "arrival"),
        };
    }

    /// <summary>The raw item as its source handed it over, unsealed while it is read.</summary>
    public RawItem Open(ArrivalRow arrival)
    {
        var envelope = JsonSerializer.Deserialize<ArrivalEnvelope>(vault.Open(arrival.WrappedKey, arrival.Envelope, "arrival"), ContractJson.Options)!;
        return new RawItem
        {
            File = envelope.File,
            Evidence = envelope.Evidence,
            MediaType = arrival.MediaType,
            Received = arrival.Received,
            Content = payloads.Open(arrival.Payload, arrival.WrappedKey),
        };
    }

    // Only what is polled has a cut-over by default; what a person or a form hands over obeys a written one.
    private async Task<DateTimeOffset?> CutOverAsync(Channel channel, string? round, RawItem raw, CancellationToken ct)
    {
        if (raw.Evidence.ContainsKey("recover")) return null;
        if (channel.CutOver is { } written) return written;
        var origin = round is null ? null : (await Patience.ReadAsync(() => ledger.RoundAsync(round, ct)))?.Origin;
        return origin is "mailbox" or "folder" ? registry.Current.FirstApplied.GetValueOrDefault(channel.Key) : null;
    }
}
