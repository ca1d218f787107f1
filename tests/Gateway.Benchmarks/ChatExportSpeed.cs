using System.Diagnostics;
using System.Text;
using Gateway.Adapters.WhatsApp;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Benchmarks;

/// <summary>Reads a made chat export of some megabytes: parsing alone, then translating into complaints; beside a plain line count of the same bytes.</summary>
internal static class ChatExportSpeed
{
    public static int Run(int megabytes)
    {
        var bytes = Make(megabytes << 20);
        var raw = new RawItem { File = "chat.txt", Content = new BytesContent(bytes) };
        var channel = new Channel { Key = "bench", Agency = "dishub", Kind = "whatsapp" };
        var size = bytes.Length / 1048576.0;
        var plain = Time(() => bytes.AsSpan().Count((byte)'\n'), out var lines);
        var parse = Time(() => ChatExport.Messages(raw).Count(), out var messages);
        var translate = Time(() => new WhatsAppAdapter().Translator.Translate(raw, channel).Count(), out var items);
        Console.WriteLine($"{size:F0} MiB: {lines} lines counted in {plain.TotalSeconds:F3} s; {messages} messages parsed at {size / parse.TotalSeconds:F0} MiB/s; {items} items translated at {size / translate.TotalSeconds:F0} MiB/s");
        return 0;
    }

    private static TimeSpan Time(Func<int> work, out int result)
    {
        var watch = Stopwatch.StartNew();
        result = work();
        return watch.Elapsed;
    }

    private static byte[] Make(int length)
    {
        var text = new StringBuilder(length + 200);
        for (var i = 0; text.Length < length; i++)
            text.Append($"{1 + (i / 1440 / 28 % 28):D2}/06/26 {i / 60 % 24:D2}.{i % 60:D2} - +62 811-0000-{i % 300:D4}: Lampu jalan nomor {i} di Jalan Kartini mati sejak kemarin malam, mohon segera diperbaiki karena gelap sekali\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
