using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gateway.Simulator;

/// <summary>The one way the simulator writes JSON: camelCase where a type is written, Indonesian text unescaped.</summary>
internal static class SimulatorJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
