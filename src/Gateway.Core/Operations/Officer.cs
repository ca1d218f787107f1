using Gateway.Contracts;

namespace Gateway.Core.Operations;

/// <summary>A named person who acts, and why.</summary>
/// <param name="Name">Name as it is written into events.</param>
/// <param name="Why">Their reason in their own words; null when none was asked for. It is kept, so it must hold no personal data.</param>
/// <param name="IsPenelaah">Acts as Penelaah Pengawasan, who alone sees what accuses an office.</param>
public sealed record Officer(string Name, string? Why, bool IsPenelaah = false)
{
    /// <summary>The version of the complaint that this person read; the act is refused when it is another now. Null: whatever it is.</summary>
    public int? Read { get; init; }

    /// <summary>True when this person may see the complaint.</summary>
    public bool MaySee(Ledger.ComplaintRow row) => IsPenelaah || !row.Supervised;

    /// <summary>A reason that has a detail of its own, with the officer's words behind it when there are any.</summary>
    public IReadOnlyList<Reason> Saying(Reason reason) => Why is null ? [reason] : [reason, new Reason("officer-says", Why)];

    /// <summary>The reason as events carry it.</summary>
    public IReadOnlyList<Reason> Because(string code) => [new Reason(code, Why)];
}
