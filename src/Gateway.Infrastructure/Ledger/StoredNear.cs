namespace Gateway.Infrastructure.Ledger;

/// <summary>A complaint as the database gives it, with the judgement by which it was found.</summary>
internal sealed class StoredNear : StoredComplaint
{
    public static new readonly string Select =
        StoredComplaint.Select.Replace("FROM complaints c", ", j.judged AS Judged FROM judgements j JOIN complaints c ON c.number = j.number", StringComparison.Ordinal);

    public long Judged { get; set; }
}
