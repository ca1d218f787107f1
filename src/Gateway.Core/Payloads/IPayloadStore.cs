using Gateway.Contracts;

namespace Gateway.Core.Payloads;

/// <summary>Keeps sealed bytes (Claim Check). What it returns from <see cref="KeepAsync"/> is durable or inside the returned value.</summary>
public interface IPayloadStore
{
    /// <summary>Seals the content under the key; large ones are written, fsynced, renamed and their folder fsynced before this returns.</summary>
    /// <param name="id">Id the payload belongs to; its name on disk is a keyed hash of it.</param>
    /// <param name="content">The plain bytes.</param>
    /// <param name="wrappedKey">Wrapped data key.</param>
    /// <param name="ct">Stops the write; a partial file is removed.</param>
    /// <exception cref="Gateway.Contracts.Intake.IntakeRefusedException">The disk is down to its reserve.</exception>
    Task<StoredPayload> KeepAsync(string id, IRawContent content, byte[] wrappedKey, CancellationToken ct);

    /// <summary>The plain bytes, unsealed while they are read.</summary>
    IRawContent Open(StoredPayload payload, byte[] wrappedKey);
}
