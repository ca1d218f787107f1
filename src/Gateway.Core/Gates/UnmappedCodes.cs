using Gateway.Contracts;
using Gateway.Core.Destinations;

namespace Gateway.Core.Gates;

/// <summary>What a complaint says for which the centre has codes of its own, and the destination names none. Pure.</summary>
internal static class UnmappedCodes
{
    private const string Code = "code-not-mapped";

    /// <summary>All there are: each holds a complaint at the gates.</summary>
    public static IEnumerable<Reason> Of(Complaint complaint, CodeTables codes) =>
        IsMissing(codes.Location, complaint.Lokasi) ? WithoutWhichItIsIncomplete(complaint, codes).Append(new Reason(Code, "location")) : WithoutWhichItIsIncomplete(complaint, codes);

    /// <summary>Those without which something would not reach the centre at all. A place without a code goes as a line of the text.</summary>
    public static IEnumerable<Reason> WithoutWhichItIsIncomplete(Complaint complaint, CodeTables codes)
    {
        if (IsMissing(codes.Classification, Wire(complaint.Klasifikasi))) yield return new Reason(Code, $"classification: {Wire(complaint.Klasifikasi)}");
        if (IsMissing(codes.Category, complaint.Kategori)) yield return new Reason(Code, "category");
    }

    private static bool IsMissing(IReadOnlyDictionary<string, string>? table, string? value) =>
        table is not null && value is not null && !table.ContainsKey(value);

    private static string? Wire(Klasifikasi? klasifikasi) => klasifikasi switch
    {
        Klasifikasi.Pengaduan => "pengaduan",
        Klasifikasi.Aspirasi => "aspirasi",
        Klasifikasi.PermintaanInformasi => "permintaan-informasi",
        _ => null,
    };
}
