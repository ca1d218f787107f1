using System.Text.Json;
using Gateway.Contracts;
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

    /// <summary>The round, by which <c>complaints list --batch</c> lists what came of it.</summary>
    public string? Batch { get; set; }

    public void EndFile() => Files++;

    public void Add(ItemReceipt item)
    {
        outcomes[item.Outcome]++;
        foreach (var reason in item.Reasons) reasons[reason.Code] = reasons.GetValueOrDefault(reason.Code) + 1;
        if (item.Outcome == ItemOutcome.Complaint) numbers.AddRange(item.Numbers);
    }

    /// <summary>The line of <c>import --json</c>; a large chat has hundreds of thousands of numbers, so they are not made into nodes.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            channel,
            Files,
            Items,
            outcomes = outcomes.ToDictionary(pair => Wire.Name(pair.Key), pair => pair.Value),
            reasons,
            Batch,
            complaints = numbers.Count,
            numbers,
        },
        ContractJson.Options);

    public void Write(TextWriter writer, WordList words)
    {
        writer.WriteLine(words["import.sums", channel, Files, Items]);
        foreach (var (outcome, count) in outcomes.Where(pair => pair.Value > 0)) writer.WriteLine($"  {words["outcome." + Wire.Name(outcome)],-24}{count,8}");
        foreach (var (code, count) in reasons) writer.WriteLine($"    {words.Of(new Reason(code))}: {count}");
    }
}
