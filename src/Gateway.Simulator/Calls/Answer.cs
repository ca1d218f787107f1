using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Calls;

/// <summary>What a call answers: a status and a JSON body.</summary>
internal sealed record Answer(int Status, JsonNode Body)
{
    public bool Succeeded => Status < 300;

    public static Answer Ok(JsonNode body) => new(200, body);

    public static Answer Failed(int status, string message) => new(status, new JsonObject { ["message"] = message });

    /// <summary>422 with a body that names the field at fault.</summary>
    public static Answer Unprocessable(string field, string message) => new(422, new JsonObject
    {
        ["message"] = message,
        ["errors"] = new JsonObject { [field] = new JsonArray(message) },
    });

    public async Task WriteAsync(HttpContext context)
    {
        var bytes = Encoding.UTF8.GetBytes(Body.ToJsonString(SimulatorJson.Options));
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    }
}
