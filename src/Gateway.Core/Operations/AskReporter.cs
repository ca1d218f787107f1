using Gateway.Contracts;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.ServiceClock;

namespace Gateway.Core.Operations;

/// <summary>
/// An officer asks back: the complaint stays held until its reporter answers or a person decides, however long that takes. What they
/// answer completes this complaint.
/// </summary>
public sealed class AskReporter(ILedger ledger, ComplaintReader reader, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>What can be asked for: <c>lokasi</c>, <c>tanggal</c>, <c>rincian</c>, <c>foto</c>, <c>identitas</c>.</summary>
    public static IReadOnlyList<string> Subjects { get; } = ["lokasi", "tanggal", "rincian", "foto", "identitas"];

    // Fewer words than this do not say what happened where.
    private const int FewWords = 8;

    /// <summary>Holds it for an answer.</summary>
    /// <param name="number">A held complaint.</param>
    /// <param name="about">Of <see cref="Subjects"/>; empty asks for what is missing.</param>
    /// <param name="officer">Who asks, and why.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>What came of it, and what was asked for.</returns>
    public async Task<(OperationResult Result, IReadOnlyList<string> About)> ExecuteAsync(
        string number, IReadOnlyList<string> about, Officer officer, CancellationToken ct)
    {
        if (about.FirstOrDefault(subject => !Subjects.Contains(subject)) is { } unknown) return (new OperationResult(false, "no-such-subject", unknown), []);
        if (await ledger.FindAsync(number, ct) is not { } row || !officer.MaySee(row)) return (new OperationResult(false, "not-found", number), []);
        if (row.State != ComplaintState.Held) return (new OperationResult(false, "ask-only-held", number), []);
        if (row.Reporter is null) return (new OperationResult(false, "nobody-to-ask", number), []);
        if (about.Count == 0) about = Missing(reader.Open(row), row.Reasons);
        if (about.Count == 0) return (new OperationResult(false, "nothing-missing", number), []);

        var asked = new Reason(Waiting.Code, string.Join(", ", about));
        var now = time.GetUtcNow();
        var amendment = new ComplaintAmendment(
            identifiers.NewId(), number, row.Version, row.Sealed, row.Isi, row.ContentKey, [asked, .. row.Reasons.Where(reason => reason.Code is not (Waiting.Code or "reporter-answered"))], [])
        {
            Asked = now,
            Supervised = row.Supervised,
            Danger = row.Danger,
        };
        var happened = new LedgerEvent(
            amendment.EventId, number, row.Version + 1, now, "asked", row.State, row.State, ActorKind.Person, officer.Name,
            officer.Saying(asked));
        return await ledger.ReviseAsync(amendment, happened, ct) == MoveResult.Done
            ? (OperationResult.Ok, about)
            : (new OperationResult(false, "changed-meanwhile", number), []);
    }

    private static IReadOnlyList<string> Missing(Complaint complaint, IReadOnlyList<Reason> reasons)
    {
        var missing = new List<string>();
        if (complaint.Lokasi is null) missing.Add("lokasi");
        if (complaint.Derived.ContainsKey("tanggalKejadian")) missing.Add("tanggal");
        if (complaint.Isi.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < FewWords || reasons.Any(reason => reason.Code is "few-words" or "media-only")) missing.Add("rincian");
        if (reasons.Any(reason => reason.Code.StartsWith("attachment-", StringComparison.Ordinal))) missing.Add("foto");
        return missing;
    }
}
