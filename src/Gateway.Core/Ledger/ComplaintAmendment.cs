namespace Gateway.Core.Ledger;

/// <summary>New content of a held complaint, or of one that has not met the gates. Applied only while it stands so at that version; otherwise the whole item is a conflict.</summary>
/// <param name="EventId">Id of the event <c>amended</c>.</param>
/// <param name="Number">Tracking number.</param>
/// <param name="Version">Version it was read at.</param>
/// <param name="Sealed">Sealed JSON of the complaint.</param>
/// <param name="MaskedIsi">Masked text for lists.</param>
/// <param name="ContentKey">Keyed content key of the new content.</param>
/// <param name="Reasons">Reasons that hold it now; they replace those on the row.</param>
/// <param name="Attachments">Files that came with the new messages, numbered on.</param>
public sealed record ComplaintAmendment(string EventId, string Number, int Version, byte[] Sealed, string MaskedIsi, byte[] ContentKey,
    IReadOnlyList<Gateway.Contracts.Reason> Reasons, IReadOnlyList<AttachmentRow> Attachments)
{
    /// <summary>New masked title; null leaves it.</summary>
    public string? MaskedJudul { get; init; }

    /// <summary>New kind of report; null leaves it.</summary>
    public Gateway.Contracts.Klasifikasi? Klasifikasi { get; init; }

    /// <summary>When its reporter was asked, if their answer is awaited from now on; null ends the waiting.</summary>
    public DateTimeOffset? Asked { get; init; }

    /// <summary>It accuses now.</summary>
    public bool Supervised { get; init; }

    /// <summary>Words that tell of danger to life; null when there are none.</summary>
    public string? Danger { get; init; }
}
