using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Core.Forwarding;

namespace Gateway.Infrastructure.Central;

/// <summary>The JSON body of a hand-on. It is never empty: an empty POST may be repeated by the HTTP stack on a dying connection.</summary>
internal static class HandOnBody
{
    public static byte[] Of(HandOn handOn) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["is_request"] = 1,
            ["reason"] = handOn.Institution,
            ["reason_description"] = handOn.Words,
            ["not_authority"] = 1,
        },
        ContractJson.Options);
}
