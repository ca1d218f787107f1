using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Core.Identity;
using Gateway.Core.Intake;
using Gateway.Core.Ledger;
using Gateway.Core.Payloads;
using Gateway.Core.ServiceClock;

namespace Gateway.Core.Operations;

/// <summary>An officer mends a held complaint: single fields, or what the reporter answered by another way. What it said before is kept.</summary>
public sealed class EditComplaint(ILedger ledger, IPayloadStore payloads, IVault vault, IIdentifiers identifiers, TimeProvider time)
{
    private readonly ComplaintReader reader = new(vault);
    private readonly ComplaintSealing sealing = new(payloads, vault, identifiers);

    /// <summary>Fields that can be set, by their name in the contract.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        ["judul", "isi", "tanggalKejadian", "lokasi", "instansiTujuan", "kategori", "klasifikasi", "anonim", "rahasia"];

    /// <summary>Mends it.</summary>
    /// <param name="number">A held complaint.</param>
    /// <param name="set">Field to its new words; empty words clear a field that may be unknown.</param>
    /// <param name="version">Version that was read, which is asked for when the text is replaced; null otherwise.</param>
    /// <param name="answer">What the reporter answered, added to the text; ends the waiting. Null: nothing.</param>
    /// <param name="officer">Who and why.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<OperationResult> ExecuteAsync(
        string number, int? version, IReadOnlyDictionary<string, string> set, string? answer, Officer officer, CancellationToken ct)
    {
        if (set.Keys.FirstOrDefault(field => !Fields.Contains(field)) is { } unknown) return new OperationResult(false, "no-such-field", unknown);
        if (set.Count == 0 && string.IsNullOrWhiteSpace(answer)) return new OperationResult(false, "nothing-to-set", number);
        if (await ledger.FindAsync(number, ct) is not { } row || !officer.MaySee(row)) return new OperationResult(false, "not-found", number);
        if (row.State != ComplaintState.Held) return new OperationResult(false, "edit-only-held", number);

        if (version is { } read && read != row.Version) return new OperationResult(false, "changed-since", number);

        var before = reader.Open(row);
        var complaint = before;
        foreach (var (field, words) in set)
        {
            if (With(complaint, field, words.ReplaceLineEndings("\n").Trim(), Wita.Day(time.GetUtcNow())) is not { } changed) return new OperationResult(false, "bad-value", $"{field}={words}");
            complaint = changed;
        }

        if (!string.IsNullOrWhiteSpace(answer)) complaint = EntryBuilder.Grown(complaint, answer.ReplaceLineEndings("\n").Trim());
        if (TextLimit.IsExceededBy(complaint) && !TextLimit.IsExceededBy(before)) return new OperationResult(false, "text-too-long", number);
        // What stands under supervision is not shown by an edit.
        if (row.Supervised) complaint = complaint with { Anonim = true, Rahasia = true };
        var isAnswer = !string.IsNullOrWhiteSpace(answer);
        return await WriteAsync(row, complaint, isAnswer ? [.. set.Keys, "isi"] : [.. set.Keys], isAnswer, officer, ct);
    }

    private async Task<OperationResult> WriteAsync(
        ComplaintRow row, Complaint complaint, IReadOnlyList<string> changed, bool isAnswer, Officer officer, CancellationToken ct)
    {
        var person = await reader.ReporterAsync(ledger, row, ct);
        var isDerived = complaint.Judul is null || (complaint.Derived.ContainsKey("judul") && changed.Contains("isi"));
        if (isDerived) complaint = DerivedFields.Complete(complaint with { Judul = null });
        var because = new Reason(isAnswer ? "reporter-answered" : "edited", string.Join(", ", changed.Distinct()));
        IReadOnlyList<Reason> reasons = isAnswer ? [because, .. row.Reasons.Where(reason => reason.Code is not (Waiting.Code or "reporter-answered"))] : row.Reasons;
        // Masked before it is cut: half a number would not be recognised any more.
        var judul = isDerived ? DerivedFields.Title(Masking.Apply(complaint.Isi, person)) : complaint.Derived.ContainsKey("judul") ? row.Judul : Masking.TryApply(complaint.Judul!, person);
        if (judul is null) reasons = [.. reasons.Where(reason => reason.Code != ComplaintReader.CannotBeMasked), new Reason(ComplaintReader.CannotBeMasked)];
        var amendment = sealing.Amended(row, complaint, person, reasons, []) with
        {
            MaskedJudul = judul ?? Masking.Blot,
            Klasifikasi = complaint.Klasifikasi,
            Asked = isAnswer ? null : row.Asked,
        };
        var happened = new LedgerEvent(
            amendment.EventId, row.Number, row.Version + 1, time.GetUtcNow(), "amended", row.State, row.State, ActorKind.Person, officer.Name,
            officer.Saying(because));
        return await ledger.ReviseAsync(amendment, happened, ct) == MoveResult.Done ? OperationResult.Ok : new OperationResult(false, "changed-meanwhile", row.Number);
    }

    /// <summary>The complaint with the field set, no longer derived; null when the words are none for it.</summary>
    private static Complaint? With(Complaint complaint, string field, string words, DateOnly today)
    {
        var value = words.Length == 0 ? null : words;
        var set = field switch
        {
            "judul" => complaint with { Judul = value },
            "isi" => value is null ? null : complaint with { Isi = value },
            "lokasi" => complaint with { Lokasi = value },
            "instansiTujuan" => complaint with { InstansiTujuan = value },
            "kategori" => complaint with { Kategori = value },
            "tanggalKejadian" when WrittenDate.Read(words) is { } day && day <= today => complaint with { TanggalKejadian = day },
            "klasifikasi" when WrittenChoice.Klasifikasi(words) is { } kind => complaint with { Klasifikasi = kind },
            "anonim" when value is not null && WrittenChoice.YesNo(field, words) is { } hidden => complaint with { Anonim = hidden },
            "rahasia" when value is not null && WrittenChoice.YesNo(field, words) is { } secret => complaint with { Rahasia = secret },
            _ => null,
        };
        return set is null ? null : set with
        {
            Derived = new SortedDictionary<string, string>(complaint.Derived.Where(pair => pair.Key != field).ToDictionary(), StringComparer.Ordinal),
        };
    }
}
