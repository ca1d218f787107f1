using System.Text;
using Gateway.Adapters.Register;
using Gateway.Contracts;

namespace Gateway.Tests.Server;

/// <summary>The table of <c>audit log --lang en</c> as somebody has it who knows nothing else of the gateway, and the sums of docs/auditing.md on it.</summary>
internal sealed class LogTable
{
    private const string Call = "call";

    private readonly IReadOnlyList<IReadOnlyDictionary<string, string>> lines;

    private LogTable(IReadOnlyList<IReadOnlyDictionary<string, string>> lines) => this.lines = lines;

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Lines => lines;

    /// <summary>Complaints that were delivered in the time of the table.</summary>
    public int Delivered => lines.Count(IsDelivery);

    /// <summary>Reads it with the reader of registers, cell for cell.</summary>
    public static LogTable Read(string csv)
    {
        var rows = SpreadsheetRows.Read(new BytesContent(Encoding.UTF8.GetBytes(csv)), out var fault);
        Assert.That(fault, Is.Null);
        Assert.That(rows.Any(row => row.IsBroken), Is.False);
        var headings = rows[0].Cells;
        Assert.That(rows.Select(row => row.Cells.Count), Is.All.EqualTo(headings.Count), "each row has the cells of the heading");
        return new LogTable([.. rows.Skip(1).Select(row => headings.Zip(row.Cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))]);
    }

    /// <summary>What does not add up, each as the number of a complaint and the sum; empty when all does. The table begins before the first complaint.</summary>
    public IEnumerable<string> Faults() => lines.GroupBy(line => line["Tracking number"], StringComparer.Ordinal).SelectMany(complaint => Faults([.. complaint]).Select(fault => $"{complaint.Key}: {fault}"));

    private static IEnumerable<string> Faults(IReadOnlyList<IReadOnlyDictionary<string, string>> lines)
    {
        var events = lines.Where(line => line["What"] != Call).ToList();
        if (!events.Select(line => line["Sequence"]).SequenceEqual(Enumerable.Range(1, events.Count).Select(number => $"{number}"))) yield return "the sequence has a gap";
        if (events.Index().Any(line => line.Item["What"] == "recorded" != (line.Index == 0))) yield return "it does not begin with the one line recorded";
        var creates = lines.Where(line => line["Step"] == "create").ToList();
        if (creates.Count(IsDone) > 1) yield return "two creates are done";
        if (creates.SkipLast(1).Any(call => call["Outcome"] == "unknown" && call["Settled as not delivered"] != "yes")) yield return "a create follows one in doubt";
        var deliveries = lines.Where(IsDelivery).ToList();
        if (deliveries.Count > 1) yield return "it was delivered twice";
        if (deliveries.Any(line => line["Kind of actor"] == "worker") && !creates.Any(IsDone)) yield return "it was delivered without a create";
    }

    private static bool IsDelivery(IReadOnlyDictionary<string, string> line) => line["What"] == "moved" && line["To"] == "Delivered";

    private static bool IsDone(IReadOnlyDictionary<string, string> line) => line["Outcome"] == "done";
}
