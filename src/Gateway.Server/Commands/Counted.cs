using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>How many complaints are linked to another and so counted with it, as far as an officer may know.</summary>
internal sealed class Counted
{
    // Of a matter of which hundreds tell, the first ones are enough on a page.
    private const int MostNamed = 20;

    private readonly ILookup<string, string> linked;

    private Counted(IEnumerable<LinkedRow> rows) => linked = rows.ToLookup(row => row.To, row => row.Number);

    /// <summary>What is linked to each of these.</summary>
    public static async Task<Counted> WithAsync(House house, IReadOnlyList<ComplaintRow> rows, Officer officer, CancellationToken ct) =>
        new((await house.Ledger.LinkedAsync([.. rows.Select(row => row.Number)], ct)).Where(row => officer.IsPenelaah || !row.Supervised));

    /// <summary>Numbers of those that are linked to a complaint, in ledger order.</summary>
    public IReadOnlyList<string> Of(ComplaintRow row) => [.. linked[row.Number]];

    /// <summary>The same in words; null when there is none.</summary>
    public string? Line(ComplaintRow row, WordList words)
    {
        var numbers = Of(row);
        var named = string.Join(", ", numbers.Take(MostNamed)) + (numbers.Count > MostNamed ? ", ..." : "");
        return numbers.Count switch
        {
            0 => null,
            1 => words["page.counted-one", named],
            var count => words["page.counted-others", count, named],
        };
    }
}
