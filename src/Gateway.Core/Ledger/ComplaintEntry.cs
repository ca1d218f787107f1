using Gateway.Contracts;

namespace Gateway.Core.Ledger;

/// <summary>A complaint to be recorded, in state <see cref="ComplaintState.Recorded"/>.</summary>
public sealed record ComplaintEntry
{
    /// <summary>Id of its first event.</summary>
    public required string EventId { get; init; }

    public required string Number { get; init; }

    public required string Destination { get; init; }

    public string? Round { get; init; }

    public Klasifikasi? Klasifikasi { get; init; }

    /// <summary>Masked title, in clear for lists and search.</summary>
    public required string Judul { get; init; }

    /// <summary>Masked text, in clear for lists and search.</summary>
    public required string Isi { get; init; }

    public DateTimeOffset? Written { get; init; }

    public DateTimeOffset? Received { get; init; }

    /// <summary>Keyed content key, for the duplicates gate.</summary>
    public required byte[] ContentKey { get; init; }

    /// <summary>Wrapped key under which it is sealed: the reporter's, or one of its own when nobody is known.</summary>
    public required byte[] WrappedKey { get; init; }

    /// <summary>Sealed JSON of the complaint as translated and derived, purpose <c>complaint</c>.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>Doubts of the translator; the gates turn them into a hold.</summary>
    public required IReadOnlyList<Reason> Doubts { get; init; }

    /// <summary>It accuses (berkadar pengawasan): only a Penelaah Pengawasan may see it.</summary>
    public bool Supervised { get; init; }

    /// <summary>Words that tell of danger to life, nothing of the person; null when there are none.</summary>
    public string? Danger { get; init; }

    public IReadOnlyList<AttachmentRow> Attachments { get; init; } = [];
}
