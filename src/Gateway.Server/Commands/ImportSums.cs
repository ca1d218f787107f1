using System.Text.Json.Nodes;
using Gateway.Contracts.Intake;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>The sums of an import: what became of each item. They close: items = the sum of the outcomes.</summary>
internal sealed class ImportSums(string channel)
{
    private readonly SortedDictionary<string, long> reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<ItemOutcome, long> outcomes = Enum.GetValues<ItemOutcome>().ToDictionary(outcome => outcome, _ => 0L);
    private readonly List<string> numbers = [];

    public string Channel => channel;

    public long Files { get; private set; }

    public long Items => outcomes.Values.Sum();

    public void Add(Receipt receipt)
    {
        Files++;
        foreach (var item in receipt.Items)
        {
            outcomes[item.Outcome]++;
            foreach (var reason in item.Reasons) reasons[reason.Code] = reasons.GetValueOrDefault(reason.Code) + 1;
            if (item.Outcome == ItemOutcome.Complaint) numbers.AddRange(item.Numbers);
        }
    }

    public JsonObject ToJson() => new()
    {
        ["channel"] = channel,
        ["files"] = Files,
        ["items"] = Items,
        ["outcomes"] = new JsonObject(outcomes.Select(pair => KeyValuePair.Create(Wire.Name(pair.Key), (JsonNode?)pair.Value))),
        ["reasons"] = new JsonObject(reasons.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["complaints"] = numbers.Count,
        ["numbers"] = Wire.Texts(numbers),
    };

    public void Write(TextWriter writer, WordList words)
    {
        writer.WriteLine(words["import.sums", channel, Files, Items]);
        foreach (var (outcome, count) in outcomes.Where(pair => pair.Value > 0)) writer.WriteLine($"  {words["outcome." + Wire.Name(outcome)],-24}{count,8}");
        foreach (var (code, count) in reasons) writer.WriteLine($"    {words.Of(new Contracts.Reason(code))}: {count}");
    }
}
