using System.Globalization;
using Gateway.Core;
using Gateway.Server.Commands;

namespace Gateway.Tests.Support;

/// <summary>A ledger that is copied away and back again behind the gateway's back, as people do with files.</summary>
internal static class OlderLedger
{
    /// <summary>A post about a street.</summary>
    public static Dictionary<string, string> Text(string street) => new() { ["isi"] = $"Lampu jalan di Jl. {street} padam sejak Senin." };

    /// <summary>A moment as people type it.</summary>
    public static string Typed(DateTimeOffset moment) => Wita.Local(moment).ToString(Moments.Form, CultureInfo.InvariantCulture);

    /// <summary>Copies a closed ledger over another.</summary>
    public static void Copy(string data, string from, string to)
    {
        foreach (var beside in new[] { "-wal", "-shm" }) File.Delete(Path.Combine(data, to + beside));
        File.Copy(Path.Combine(data, from), Path.Combine(data, to), overwrite: true);
    }
}
