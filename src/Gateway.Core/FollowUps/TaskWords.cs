using System.Text;
using Gateway.Contracts;
using Gateway.Core.Attachments;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Payloads;

namespace Gateway.Core.FollowUps;

/// <summary>Makes of a follow-up task what leaves: words, marker and files, always the same for the same task.</summary>
public sealed class TaskWords(ILedger ledger, IPayloadStore payloads, Preparation preparation, IVault vault)
{
    /// <summary>Purpose under which words of an item are sealed for their task.</summary>
    public const string Purpose = "task";

    private readonly ComplaintReader reader = new(vault);

    /// <summary>The post.</summary>
    /// <param name="task">The task.</param>
    /// <param name="complaint">The complaint at which it is done.</param>
    /// <param name="destination">Its destination.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The post, or why it cannot be made.</returns>
    public async Task<(FollowUpPost? Post, IReadOnlyList<Reason> Refusals)> OfAsync(TaskRow task, ComplaintRow complaint, Destination destination, CancellationToken ct)
    {
        var first = reader.Open(complaint);
        if (task.Words is { } words)
        {
            return (FollowUpText.Post(task.CentralId ?? "", FollowUpText.Marked(Said(complaint, words), FollowUpText.MarkerOf(task)), first.Rahasia, [], destination), []);
        }

        if (await ledger.FindAsync(task.Origin, ct) is not { } origin) return (null, [new Reason("origin-gone", task.Origin)]);
        // After a restore it may have gone by itself meanwhile, or nobody knows: then its words are there already, or may be.
        if (origin.State != ComplaintState.Duplicate || origin.LinkTo != task.Number) return (null, [new Reason("origin-stands", task.Origin)]);
        var (masked, prepared) = await ReadyAsync(origin, complaint, destination, ct);
        if (prepared.Unseen.Count > 0) return (null, prepared.Unseen);
        var files = prepared.Going
            .Select(file => new UploadFile(file.Ordinal, ComplaintReader.SentName(file.Ordinal, file.MediaType), file.MediaType, payloads.Open(file.Payload!, origin.WrappedKey)))
            .ToList();
        return (FollowUpText.Post(task.CentralId ?? "", SentText.Of(masked, destination, prepared.Files), first.Rahasia || masked.Rahasia, files, destination), []);
    }

    /// <summary>The words that a task posts, without marker and whatever is cut off; null where its complaint or its origin is gone.</summary>
    public async Task<string?> SaidAsync(TaskRow task, CancellationToken ct)
    {
        if (await ledger.FindAsync(task.Number, ct) is not { } complaint) return null;
        if (task.Words is { } words) return Said(complaint, words);
        return await ledger.FindAsync(task.Origin, ct) is { } origin ? (await MaskedAsync(origin, complaint, ct)).Masked.Isi : null;
    }

    /// <summary>A complaint as it would be posted as a follow-up of another, with its files.</summary>
    public async Task<(Complaint Masked, Prepared Prepared)> ReadyAsync(ComplaintRow origin, ComplaintRow complaint, Destination destination, CancellationToken ct)
    {
        var (posted, fault) = await MaskedAsync(origin, complaint, ct);
        var prepared = await preparation.ReadyAsync(origin, posted, destination, ct);
        return (posted, fault is null ? prepared : prepared with { Unseen = [.. prepared.Unseen, fault] });
    }

    private async Task<(Complaint Masked, Reason? Fault)> MaskedAsync(ComplaintRow origin, ComplaintRow complaint, CancellationToken ct)
    {
        var masked = ComplaintReader.MaskedOpen(origin, reader.Open(origin), await reader.ReporterAsync(ledger, origin, ct), out var fault);
        // The second may name the writer of the first.
        var other = await reader.ReporterAsync(ledger, complaint, ct);
        return (FollowUpText.AsFollowUp(masked with { Isi = Masking.Apply(masked.Isi, other), Judul = masked.Judul is null ? null : Masking.Apply(masked.Judul, other) }), fault);
    }

    private string Said(ComplaintRow complaint, byte[] words) => Encoding.UTF8.GetString(vault.Open(complaint.WrappedKey, words, Purpose));
}
