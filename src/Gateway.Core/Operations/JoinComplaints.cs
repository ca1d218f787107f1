using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// An officer makes one complaint of several that are one matter of one person. The old ones are discarded, never deleted. (Aggregator)
/// </summary>
public sealed class JoinComplaints(Regrouper regrouper)
{
    /// <summary>Joins them, the first recorded first.</summary>
    /// <param name="numbers">Held complaints, two or more, of one reporter and one destination.</param>
    /// <param name="officer">Who and why.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>What came of it, and the number of the whole.</returns>
    public async Task<(OperationResult Result, string? Number)> ExecuteAsync(IReadOnlyList<string> numbers, Officer officer, CancellationToken ct)
    {
        var rows = new List<ComplaintRow>();
        foreach (var number in numbers.Distinct())
        {
            if (await regrouper.FindAsync(number, officer, ct) is not { } row) return (new OperationResult(false, "not-found", number), null);
            rows.Add(row);
        }

        if (rows.Count < 2) return (new OperationResult(false, "one-number", numbers.FirstOrDefault()), null);
        rows.Sort((one, other) => one.Position.CompareTo(other.Position));
        // Two people's grievances are two complaints, and an unknown writer is nobody's double.
        if (rows.FirstOrDefault(row => row.Reporter is null || row.Reporter != rows[0].Reporter) is { } stranger)
            return (new OperationResult(false, "other-reporter", stranger.Number), null);
        if (rows.FirstOrDefault(row => row.Destination != rows[0].Destination) is { } elsewhere) return (new OperationResult(false, "other-destination", elsewhere.Number), null);

        // The plain one would show that there is another.
        if (rows.FirstOrDefault(row => row.Supervised != rows[0].Supervised) is { } apart) return (new OperationResult(false, "other-supervision", apart.Number), null);

        var opened = new List<Complaint>();
        foreach (var row in rows) opened.Add((await regrouper.OpenAsync(row, ct)).Complaint);
        var (result, made) = await regrouper.ReplaceAsync("joined", rows, [Whole(opened)], officer, ct);
        return (result, made.FirstOrDefault());
    }

    /// <summary>Takes a join back, while the whole has not left.</summary>
    public Task<OperationResult> UndoAsync(string number, Officer officer, CancellationToken ct) => regrouper.UndoAsync("joined", number, officer, ct);

    // The first gives what there can be only one of; nothing a citizen wrote is left out.
    private static Complaint Whole(IReadOnlyList<Complaint> parts) => parts[0] with
    {
        Judul = parts[0].Derived.ContainsKey("judul") ? null : parts[0].Judul,
        Isi = string.Join("\n\n", parts.Select(part => part.Isi).Distinct()),
        TanggalKejadian = parts.Min(part => part.TanggalKejadian),
        Lokasi = parts.Select(part => part.Lokasi).OfType<string>().Distinct().ToList() is { Count: > 0 } places ? string.Join("; ", places) : null,
        InstansiTujuan = parts.Select(part => part.InstansiTujuan).FirstOrDefault(institution => institution is not null),
        Kategori = parts.Select(part => part.Kategori).FirstOrDefault(category => category is not null),
        Anonim = parts.Any(part => part.Anonim),
        Rahasia = parts.Any(part => part.Rahasia),
        Lampiran = [.. parts.SelectMany(part => part.Lampiran)],
        Written = parts.Min(part => part.Written),
        Received = parts.Min(part => part.Received),
    };
}
