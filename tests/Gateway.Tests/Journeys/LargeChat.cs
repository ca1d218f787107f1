using System.Globalization;
using System.Text;

namespace Gateway.Tests.Journeys;

/// <summary>Writes an export of a busy complaint group: 300 citizens, bursts of one to six messages of 100 to 200 bytes, answers of the officers.</summary>
internal static class LargeChat
{
    private static readonly string[] Matters =
    [
        "lampu jalan mati", "jalan berlubang besar", "sampah menumpuk di TPS", "angkot tidak berhenti di halte", "trotoar rusak parah",
        "rambu roboh tertabrak truk", "air keruh sejak pagi", "parkir liar menutup jalan",
    ];

    private static readonly string[] Places =
        ["Jl. Kartini depan SD 004", "Jl. Poros km 24", "Simpang Lembuswana", "Pasar Pagi", "Jl. Antasari gang 3", "Terminal Sungai Kunjang"];

    private static readonly string[] Words =
    [
        "sudah tiga minggu belum diperbaiki, kemarin ada yang jatuh", "mohon segera ditindaklanjuti sebelum ada korban",
        "kalau malam gelap sekali dan anak sekolah takut lewat", "petugas pernah datang tetapi tidak ada perbaikan",
    ];

    /// <summary>Writes at least so many bytes.</summary>
    /// <returns>How many lines, each of which is a message.</returns>
    public static int Write(string path, long bytes)
    {
        var chance = new Random(7);
        var senders = Enumerable.Range(0, 250).Select(i => $"+62 811-{i / 100:0000}-{i:0000}").Concat(Enumerable.Range(0, 50).Select(i => $"Warga Contoh {i}")).ToArray();
        var at = new DateTime(2024, 1, 5, 6, 0, 0);
        var lines = 0;
        using var file = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        while (file.BaseStream.Length < bytes)
        {
            var sender = Pick(senders);
            at = at.AddMinutes(chance.Next(1, 7));
            for (var burst = chance.Next(1, 7); burst > 0; burst--) Line(at.AddSeconds(20 * (6 - burst)), sender, $"{Pick(Matters)} {chance.Next(100_000)} di {Pick(Places)}, {Pick(Words)}");
            if (chance.Next(5) == 0) Line(at, "Dishub Kaltim", "Terima kasih laporannya, tim kami cek besok pagi");
        }

        return lines;

        string Pick(string[] from) => from[chance.Next(from.Length)];

        void Line(DateTime when, string who, string what)
        {
            file.WriteLine($"{when.ToString("dd/MM/yy HH.mm", CultureInfo.InvariantCulture)} - {who}: {what}");
            lines++;
        }
    }
}
