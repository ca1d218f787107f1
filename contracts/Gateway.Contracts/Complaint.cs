using System.Collections.ObjectModel;

namespace Gateway.Contracts;

/// <summary>
/// One complaint as every part of the gateway understands it, whatever channel it came from (Canonical Data Model).
/// It carries no reporter: who complained travels apart, in <see cref="Reporter"/>.
/// </summary>
public sealed record Complaint
{
    /// <summary>Tracking number, <c>GXXX-XXXX-XXXX-XX</c>. Null until the gateway has recorded the complaint.</summary>
    public string? Number { get; init; }

    /// <summary>The SP4N-LAPOR! kind of report. Null when the writer did not say and it was not derived yet.</summary>
    public Klasifikasi? Klasifikasi { get; init; }

    /// <summary>Title. Null until derived from <see cref="Isi"/> when the writer gave none.</summary>
    public string? Judul { get; init; }

    /// <summary>What the citizen says, as readable text with <c>\n</c> line ends. Never empty in a complaint.</summary>
    public required string Isi { get; init; }

    /// <summary>Day of the incident in WITA. Null when unknown.</summary>
    public DateOnly? TanggalKejadian { get; init; }

    /// <summary>Place of the incident in the writer's words. Null when unknown.</summary>
    public string? Lokasi { get; init; }

    /// <summary>The institution that should answer: an agency key or name. Null lets the centre decide ("no wrong door").</summary>
    public string? InstansiTujuan { get; init; }

    /// <summary>Category by its SP4N-LAPOR! name. Null when unknown.</summary>
    public string? Kategori { get; init; }

    /// <summary>The reporter's name is hidden from the public at the centre.</summary>
    public bool Anonim { get; init; }

    /// <summary>The report itself is hidden from the public at the centre.</summary>
    public bool Rahasia { get; init; }

    /// <summary>Files that belong to the complaint, in the order they were sent. Empty when there are none.</summary>
    public IReadOnlyList<Attachment> Lampiran { get; init; } = [];

    /// <summary>Values the gateway inferred: contract field (camelCase) to the words or rule it was inferred from.</summary>
    public IReadOnlyDictionary<string, string> Derived { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When the citizen wrote it, by the citizen's own clock. Null when the source does not say.</summary>
    public DateTimeOffset? Written { get; init; }

    /// <summary>When the agency received it; service deadlines count from here. Null when the source does not say.</summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>When the gateway first saw it. Null before it is recorded.</summary>
    public DateTimeOffset? Seen { get; init; }

    /// <summary>Key of the channel. Null in <c>inspect</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Key of the agency that owns the channel. Null in <c>inspect</c>.</summary>
    public string? Agency { get; init; }

    /// <summary>Where in the source it stood.</summary>
    public required Provenance Source { get; init; }
}
