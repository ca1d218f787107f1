using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Contracts.Intake;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;

namespace Gateway.Server.Commands;

/// <summary>What was read of a quarantined post or row: so that an officer sees which fields need not be typed again. Masked.</summary>
internal static class QuarantinedFields
{
    /// <summary>Fields that <c>quarantine fix --set</c> takes; <c>received</c> is the day a register has.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. FieldNames.OfComplaint, .. FieldNames.OfReporter, "received"];

    /// <summary>Field to its words; null when the item's kind has no fields, or none was read.</summary>
    public static async Task<JsonObject?> ReadAsync(House house, ItemRow item, CancellationToken ct)
    {
        if (await TranslatedAsync(house, item, ct) is not { } read) return null;
        var (complaint, reporter) = (read.Complaints[0], read.Reporter);
        var fields = new JsonObject();
        Add(fields, "judul", Masked(complaint.Judul, reporter));
        Add(fields, "klasifikasi", complaint.Klasifikasi is { } kind ? Wire.Name(kind) : null);
        Add(fields, "tanggalKejadian", complaint.TanggalKejadian?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add(fields, "lokasi", Masked(complaint.Lokasi, reporter));
        Add(fields, "instansiTujuan", Masked(complaint.InstansiTujuan, reporter));
        Add(fields, "kategori", Masked(complaint.Kategori, reporter));
        Add(fields, "received", Wire.Moment(read.Received));
        foreach (var (name, value) in Known(reporter)) Add(fields, name, value is null ? null : Masking.Blot);
        return fields.Count == 0 ? null : fields;
    }

    // Bytes that are gone or damaged must not keep the item from being shown.
    private static async Task<Translation?> TranslatedAsync(House house, ItemRow item, CancellationToken ct)
    {
        try
        {
            return await new FixQuarantined(house.Ledger, house.Intake, house.Registry, ChannelAdapters.Translators).ReadAsync(item, ct);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Name, string? Value)> Known(Reporter? reporter) => reporter is null ? [] :
    [
        ("name", reporter.Name), ("phone", reporter.Phone), ("email", reporter.Email), ("nik", reporter.Nik), ("address", reporter.Address), ("handle", reporter.Handle),
    ];

    private static string? Masked(string? text, Reporter? reporter) => text is null ? null : Masking.Apply(text, reporter);

    private static void Add(JsonObject fields, string name, string? value)
    {
        if (value is not null) fields[name] = value;
    }
}
