using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>What was read back, as the database gives it.</summary>
internal sealed class StoredReading
{
    public const string Select =
        """
        SELECT r.number AS Number, r.version AS Version, r.since AS Since, r.looked AS Looked, r.changed AS Changed, r.closed AS Closed, r.failures AS Failures,
               r.trouble AS Trouble, r.fingerprint AS Fingerprint, r.content AS Content, c.central_status AS Status, c.read_due AS Due
        FROM readings r JOIN complaints c ON c.number = r.number
        """;

    public string Number { get; set; } = "";
    public long Version { get; set; }
    public long Since { get; set; }
    public long Looked { get; set; }
    public long? Changed { get; set; }
    public long? Closed { get; set; }
    public long Failures { get; set; }
    public string? Trouble { get; set; }
    public byte[]? Fingerprint { get; set; }
    public byte[]? Content { get; set; }
    public string? Status { get; set; }
    public long? Due { get; set; }

    public static Reading? Find(LedgerSession session, string number) =>
        session.QuerySingleOrDefault<StoredReading>($"{Select} WHERE r.number = @number", new { number })?.ToReading();

    private Reading ToReading() => new()
    {
        Number = Number,
        Version = (int)Version,
        Since = Instant.At(Since),
        Looked = Instant.At(Looked),
        Changed = Instant.At(Changed),
        Closed = Instant.At(Closed),
        Failures = (int)Failures,
        Trouble = Trouble,
        Fingerprint = Fingerprint,
        Content = Content,
        Status = Status,
        Due = Instant.At(Due),
    };
}
