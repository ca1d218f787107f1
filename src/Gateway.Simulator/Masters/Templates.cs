namespace Gateway.Simulator.Masters;

/// <summary>Answer templates, invented for the simulator.</summary>
internal static class Templates
{
    public static IReadOnlyList<MasterRow> All { get; } =
    [
        new(1, "SIM-TERIMA", "Terima kasih atas laporan Saudara. Laporan telah kami terima dan sedang kami pelajari."),
        new(2, "SIM-PROSES", "Laporan Saudara sedang ditindaklanjuti oleh petugas di lapangan."),
        new(3, "SIM-SELESAI", "Laporan Saudara telah selesai ditindaklanjuti."),
        new(4, "SIM-LENGKAPI", "Mohon lengkapi laporan dengan lokasi dan waktu kejadian."),
    ];

    public static MasterRow? Find(string? code) => All.FirstOrDefault(row => row.Name == code);
}
