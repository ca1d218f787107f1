using System.Text.RegularExpressions;
using Gateway.Contracts;
using Gateway.Core.Gates;
using Gateway.Core.Identity;
using Gateway.Core.Intake;

namespace Gateway.Core.Operations;

/// <summary>
/// An officer makes several complaints of one that holds several matters. The old one is discarded, never deleted; the parts stand held
/// until they are looked at. Undone, the old one stands again and the parts are discarded. (Splitter)
/// </summary>
public sealed partial class SplitComplaint(Regrouper regrouper)
{
    /// <summary>How it could be split; one part or none when it is one matter. Unmasked: for the officer who may see it.</summary>
    public async Task<(OperationResult Result, IReadOnlyList<Matter> Parts)> ProposeAsync(string number, Officer officer, CancellationToken ct) =>
        await regrouper.FindAsync(number, officer, ct) is { } row
            ? (OperationResult.Ok, SeveralMatters.In((await regrouper.OpenAsync(row, ct)).Complaint.Isi))
            : (new OperationResult(false, "not-found", number), []);

    /// <summary>Splits it.</summary>
    /// <param name="number">A held complaint.</param>
    /// <param name="version">Version that was read; what came since would be in no part.</param>
    /// <param name="parts">The parts, two or more, as proposed or as the officer wrote them. Every part gets all files.</param>
    /// <param name="officer">Who and why.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>What came of it, and the numbers of the parts.</returns>
    public async Task<(OperationResult Result, IReadOnlyList<string> Numbers)> ExecuteAsync(
        string number, int version, IReadOnlyList<Matter> parts, Officer officer, CancellationToken ct)
    {
        if (parts.Count < 2) return (new OperationResult(false, "one-matter", number), []);
        if (parts.Any(part => string.IsNullOrWhiteSpace(part.Isi))) return (new OperationResult(false, "text-empty", number), []);
        if (await regrouper.FindAsync(number, officer, ct) is not { } row) return (new OperationResult(false, "not-found", number), []);
        if (row.Version != version) return (new OperationResult(false, "changed-since", number), []);
        var opened = await regrouper.OpenAsync(row, ct);
        Complaint[] complaints = [.. parts.Select(part => Part(opened.Complaint, part, opened.Reporter))];
        return await regrouper.ReplaceAsync("split", [row], complaints, officer, ct);
    }

    /// <summary>Takes a split back, while no part has left.</summary>
    public Task<OperationResult> UndoAsync(string number, Officer officer, CancellationToken ct) => regrouper.UndoAsync("split", number, officer, ct);

    /// <summary>Words of the text that are in no part, as an officer sees them: masked; empty when every word is in one.</summary>
    public async Task<IReadOnlyList<string>> LeftOutAsync(string number, IReadOnlyList<Matter> parts, Officer officer, CancellationToken ct)
    {
        if (await regrouper.FindAsync(number, officer, ct) is not { } row) return [];
        var kept = parts.SelectMany(part => Word().Matches(part.Isi).Select(word => word.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Word().Matches(row.Isi).Select(word => word.Value).Where(word => !kept.Contains(word)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();

    // What was inferred from the whole text is inferred anew from the part.
    private static Complaint Part(Complaint whole, Matter part, Reporter? reporter) => whole with
    {
        Isi = part.Isi.ReplaceLineEndings("\n").Trim(),
        // Masked before it is cut, and of the part's own words: what opens all parts tells nothing of one.
        Judul = DerivedFields.Title(Masking.Apply(part.Own, reporter)),
        Klasifikasi = whole.Derived.ContainsKey("klasifikasi") ? null : whole.Klasifikasi,
        TanggalKejadian = whole.Derived.ContainsKey("tanggalKejadian") ? null : whole.TanggalKejadian,
        Kategori = whole.Derived.ContainsKey("kategori") ? null : whole.Kategori,
        Derived = new SortedDictionary<string, string>(
            whole.Derived.Where(pair => pair.Key is not ("judul" or "klasifikasi" or "tanggalKejadian" or "kategori")).Append(new("judul", "split")).ToDictionary(), StringComparer.Ordinal),
    };
}
