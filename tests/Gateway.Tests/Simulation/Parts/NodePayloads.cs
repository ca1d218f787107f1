using Gateway.Contracts;
using Gateway.Core.Payloads;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>The payload store as one node sees it. Bytes lie inside the returned value, as small ones do in the real one.</summary>
internal sealed class NodePayloads(Node node) : IPayloadStore
{
    public Task<StoredPayload> KeepAsync(string id, IRawContent content, byte[] wrappedKey, CancellationToken ct) =>
        node.Ask(Seam.Payload, "KeepBytes", _ =>
        {
            using var bytes = new MemoryStream();
            using var stream = content.Open();
            stream.CopyTo(bytes);
            return new StoredPayload(bytes.ToArray(), null, bytes.Length);
        });

    public IRawContent Open(StoredPayload payload, byte[] wrappedKey) => new BytesContent(payload.Inline);
}
