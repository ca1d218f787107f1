using System.Text.Json.Nodes;

namespace Gateway.Core.Forwarding;

/// <summary>The JSON body of a create, exactly as it leaves.</summary>
/// <param name="Number">Tracking number; the marker in the content.</param>
/// <param name="Fields">Field names of the contract file to values.</param>
public sealed record Submission(string Number, JsonObject Fields)
{
    /// <summary>Id of the attempt under which it goes; null before one is begun.</summary>
    public string? Attempt { get; init; }

    /// <summary>True when it names files that were uploaded.</summary>
    public bool HasFiles => Fields["attachments"]?.GetValueKind() == System.Text.Json.JsonValueKind.String;

    /// <summary>Bytes of the body, UTF-8.</summary>
    public byte[] Body() => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Fields, Contracts.ContractJson.Options);
}
