using System.Globalization;
using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>
/// A complaint as an officer types it into SP4N-LAPOR! by hand: the same words that the gateway would send, with the marker. It is given
/// only while the gateway itself will not send it, since two ways at once make two complaints.
/// </summary>
/// <param name="Row">As it stands in the ledger.</param>
/// <param name="Masked">As it may leave.</param>
/// <param name="Files">Its files as they go.</param>
/// <param name="Destination">Whose limits count.</param>
internal sealed record ComplaintCard(ComplaintRow Row, Complaint Masked, IReadOnlyList<SentFile> Files, Destination Destination)
{
    private const int Width = 18;

    /// <summary>Code of the words that say why there is no card now; null when there is one.</summary>
    /// <param name="row">The complaint.</param>
    /// <param name="destination">Where it goes; null when the registry does not know it any more.</param>
    /// <param name="state">Of the destination; null when it has no row.</param>
    public static string? Refusal(ComplaintRow row, Destination? destination, DestinationState? state) => row.State switch
    {
        _ when destination is null => "card.no-destination",
        ComplaintState.Held or ComplaintState.Parked => null,
        ComplaintState.Queued or ComplaintState.Retrying => destination.Kind == "manual" || state != DestinationState.Open ? null : "card.sends-itself",
        ComplaintState.Delivered => "card.delivered",
        ComplaintState.Unknown => "stay.unknown",
        _ => "stay." + Wire.Name(row.State),
    };

    public void Write(TextWriter writer, WordList words)
    {
        writer.WriteLine(words["card.head", Row.Number, words["state." + Wire.Name(Row.State)]]);
        foreach (var reason in Row.Reasons) writer.WriteLine("  - " + words.Of(reason));
        writer.WriteLine();
        foreach (var (name, value) in Fields(words).Where(field => !string.IsNullOrWhiteSpace(field.Value))) writer.WriteLine($"{words["page." + name].PadRight(Width)}{value}");
        writer.WriteLine();
        // Without indent, so that it can be copied as it stands.
        writer.WriteLine(SentText.Of(Masked, Destination, Files));
        writer.WriteLine();
        foreach (var file in Files) writer.WriteLine(File(file, words));
        writer.WriteLine(words["card.next", Row.Number]);
    }

    private IEnumerable<(string Name, string? Value)> Fields(WordList words) =>
    [
        ("judul", Masked.Judul),
        ("klasifikasi", Masked.Klasifikasi is { } kind ? Wire.Name(kind) : null),
        ("incident", Masked.TanggalKejadian?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("lokasi", Masked.Lokasi),
        ("instansi", Masked.InstansiTujuan),
        ("kategori", Masked.Kategori),
        ("shown", words[Masked.Rahasia ? "page.secret" : Masked.Anonim ? "page.anonymous" : "page.named"]),
    ];

    private string File(SentFile file, WordList words) => file.Refusal is { } refusal
        ? words.Of(refusal)
        : words["card.file", ComplaintReader.SentName(file.Ordinal, file.MediaType), Row.Number, file.Ordinal];
}
