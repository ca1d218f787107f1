using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Core.Connectivity;
using Gateway.Core.Gates;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>An officer lets a held complaint go to the centre. What would arrive there without its kind or category stays until its code is mapped.</summary>
public sealed class ReleaseComplaint(ComplaintReader reader, IRegistrySource registry, MoveComplaint move)
{
    public Task<OperationResult> ExecuteAsync(string number, Officer officer, CancellationToken ct) =>
        move.ExecuteAsync(number, ComplaintState.Queued, officer, "released", null, [ComplaintState.Held], Refusal, ct);

    private OperationResult? Refusal(ComplaintRow row)
    {
        // Where it is typed by hand, whoever types it chooses in the form.
        if (registry.Current.Destination(row.Destination) is not { Kind: "api" } destination) return null;
        try
        {
            var missing = UnmappedCodes.WithoutWhichItIsIncomplete(reader.Open(row), destination.Codes).Select(reason => reason.Detail).ToList();
            return missing.Count == 0 ? null : new OperationResult(false, "code-not-mapped", string.Join(", ", missing));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            // The forwarder parks it and says so; nothing of it can be sent.
            return null;
        }
    }
}
