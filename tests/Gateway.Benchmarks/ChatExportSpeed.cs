using System.Globalization;

namespace Gateway.Benchmarks;

/// <summary>
/// A made export of some megabytes, read into messages by us and by whatsapp-chat-parser by turns: cold in a fresh process, its start
/// included, and warm in the third pass of one process. The best of each counts, since neighbours only ever make a run slower.
/// </summary>
internal static class ChatExportSpeed
{
    private const int Rounds = 5;
    private const int WarmRounds = 3;

    public static int Run(int megabytes)
    {
        var file = Path.GetTempFileName();
        try
        {
            MadeChat.Write(file, megabytes);
            using var peers = new NodePeers();
            var cold = Enumerable.Range(0, Rounds).Select(_ => (Ours: Ours(file, 1), Peer: peers.Run("whatsapp.mjs", file, 1))).ToList();
            var warm = Enumerable.Range(0, WarmRounds).Select(_ => (Ours: Ours(file, 3), Peer: peers.Run("whatsapp.mjs", file, 3))).ToList();
            Console.WriteLine($"{megabytes} MB, {cold[0].Ours.Passes.Messages} messages of ours, {cold[0].Peer.Passes.Messages} of whatsapp-chat-parser");
            Show("cold", cold.Min(run => run.Ours.Took.TotalSeconds), cold.Min(run => run.Peer.Took.TotalSeconds));
            Show("warm", warm.Min(run => run.Ours.Passes.Seconds[2]), warm.Min(run => run.Peer.Passes.Seconds[2]));
            Console.WriteLine($"peak: ours {Peak(cold.Concat(warm).Max(run => run.Ours.Passes.PeakKiB))}, peer {Peak(cold.Max(run => run.Peer.Passes.PeakKiB))} cold and {Peak(warm.Max(run => run.Peer.Passes.PeakKiB))} warm");
            return 0;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (TimeSpan Took, Passes Passes) Ours(string file, int passes)
    {
        var (took, line) = Runs.Of(
            AppContext.BaseDirectory, "dotnet", Path.Combine(AppContext.BaseDirectory, "Gateway.Benchmarks.dll"), "chat-reading", file, passes.ToString(CultureInfo.InvariantCulture));
        return (took, Passes.Read(line));
    }

    private static void Show(string name, double ours, double peer) =>
        Console.WriteLine($"{name}: ours {ours:F3} s, peer {peer:F3} s, ratio {peer / ours:F1}");

    private static string Peak(long kib) => $"{kib / 1024} MiB";
}
