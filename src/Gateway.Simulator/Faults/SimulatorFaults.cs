using System.Text.Json;

namespace Gateway.Simulator.Faults;

/// <summary>
/// What a JSON list of faults says (<c>--faults FILE</c>, <c>POST /_simulator/faults</c>): the faults, or what is wrong with the
/// list. Nothing is taken from a list with a problem.
/// </summary>
/// <param name="Faults">Empty when there is a problem.</param>
/// <param name="Problems">One sentence each, naming the bad value and what is allowed.</param>
public sealed record SimulatorFaults(IReadOnlyList<SimulatorFault> Faults, IReadOnlyList<string> Problems)
{
    /// <summary>How calls are written.</summary>
    public static IEnumerable<string> CallNames => FaultNames.Calls.Keys;

    /// <summary>How faults are written.</summary>
    public static IEnumerable<string> KindNames => FaultNames.Kinds.Keys;

    public static SimulatorFaults Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? ReadList(document.RootElement)
                : Wrong("The faults must be a JSON list, such as [{\"call\":\"create\",\"fault\":\"503\"}].");
        }
        catch (JsonException problem)
        {
            return Wrong($"The faults are not JSON: {problem.Message}");
        }
    }

    private static SimulatorFaults ReadList(JsonElement list)
    {
        var readers = list.EnumerateArray().Select((item, index) => new FaultReader(item, index + 1)).ToList();
        var faults = readers.ConvertAll(reader => reader.Read());
        var problems = readers.SelectMany(reader => reader.Problems).ToList();
        return problems.Count > 0 ? new([], problems) : new(faults, []);
    }

    private static SimulatorFaults Wrong(string problem) => new([], [problem]);
}
