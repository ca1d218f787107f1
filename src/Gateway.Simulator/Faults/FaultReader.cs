using System.Text.Json;

namespace Gateway.Simulator.Faults;

/// <summary>
/// Reads one fault of a list and gathers every complaint about it, so that a typing error never becomes a fault that does not
/// play.
/// </summary>
internal sealed class FaultReader(JsonElement item, int number)
{
    private static readonly string[] Names = ["call", "fault", "nth", "times", "seconds", "status"];

    private readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    public SimulatorFault Read()
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            Complain($"is {item.GetRawText()}, not an object");
            return new SimulatorFault(CentralCall.Any, FaultKind.Slow);
        }

        foreach (var unknown in item.EnumerateObject().Select(field => field.Name).Except(Names))
            Complain($"has an unknown field '{unknown}'; allowed: {string.Join(", ", Names)}");
        var kind = Word("fault", FaultNames.Kinds);
        var status = (int?)Number("status", 300, 599, whole: true);
        if (kind == FaultKind.Status && status is null)
            Complain("has fault 'status' and needs the field 'status', such as 401");
        return new SimulatorFault(
            Word("call", FaultNames.Calls),
            kind,
            (int)(Number("nth", 1, int.MaxValue, whole: true) ?? 1),
            (int)(Number("times", 0, int.MaxValue, whole: true) ?? 1),
            Number("seconds", 0, 86_400, whole: false),
            status);
    }

    private T Word<T>(string name, IReadOnlyDictionary<string, T> allowed)
        where T : struct
    {
        if (!item.TryGetProperty(name, out var value))
            Complain($"has no '{name}'; allowed: {string.Join(", ", allowed.Keys)}");
        else if (value.ValueKind == JsonValueKind.String && allowed.TryGetValue(value.GetString()!, out var word))
            return word;
        else
            Complain($"has {name} {value.GetRawText()}; allowed: {string.Join(", ", allowed.Keys)}");
        return default;
    }

    private double? Number(string name, int least, int most, bool whole)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            && number >= least && number <= most && (!whole || number == Math.Floor(number)))
            return number;
        Complain($"has {name} {value.GetRawText()}; allowed: {(whole ? "a whole number" : "a number")} from {least} to {most}");
        return null;
    }

    private void Complain(string what) => problems.Add($"Fault {number} {what}.");
}
