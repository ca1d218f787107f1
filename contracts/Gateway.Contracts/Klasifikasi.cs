using System.Text.Json.Serialization;

namespace Gateway.Contracts;

/// <summary>The three kinds of report that SP4N-LAPOR! knows. Written in JSON as <c>pengaduan</c>, <c>aspirasi</c>, <c>permintaan-informasi</c>.</summary>
public enum Klasifikasi
{
    /// <summary>A complaint about a service.</summary>
    [JsonStringEnumMemberName("pengaduan")] Pengaduan,

    /// <summary>A wish or suggestion.</summary>
    [JsonStringEnumMemberName("aspirasi")] Aspirasi,

    /// <summary>A request for public information (UU KIP).</summary>
    [JsonStringEnumMemberName("permintaan-informasi")] PermintaanInformasi,
}
