using System.Reflection;
using System.Text.Json.Serialization;

namespace Gateway.Simulator.Faults;

/// <summary>How calls and faults are spelled in JSON.</summary>
internal static class FaultNames
{
    public static IReadOnlyDictionary<string, CentralCall> Calls { get; } = new Dictionary<string, CentralCall>
    {
        ["create"] = CentralCall.Create,
        ["upload"] = CentralCall.Upload,
        ["read"] = CentralCall.Read,
        ["masters"] = CentralCall.Masters,
        ["reject"] = CentralCall.Reject,
        ["followup-add"] = CentralCall.FollowUpAdd,
        ["any"] = CentralCall.Any,
    };

    public static IReadOnlyDictionary<string, FaultKind> Kinds { get; } = Enum.GetValues<FaultKind>().ToDictionary(Spell);

    public static string Of(CentralCall call) => Calls.First(pair => pair.Value == call).Key;

    public static string Of(FaultKind kind) => Kinds.First(pair => pair.Value == kind).Key;

    private static string Spell(FaultKind kind) =>
        typeof(FaultKind).GetField(kind.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name;
}
