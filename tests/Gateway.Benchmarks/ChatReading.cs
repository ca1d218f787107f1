using System.Diagnostics;
using System.Text.Json;
using Gateway.Adapters.WhatsApp;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Benchmarks;

/// <summary>Our side of the comparison, in a process of its own like the peer's: reads an export some times and tells how long it took.</summary>
internal static class ChatReading
{
    public static int Run(string file, int passes)
    {
        var raw = new RawItem { File = Path.GetFileName(file), Content = new FileContent(file) };
        var seconds = new List<double>();
        var messages = 0;
        var letters = 0L;
        for (var i = 0; i < passes; i++)
        {
            var watch = Stopwatch.StartNew();
            messages = 0;
            foreach (var message in ChatExport.Messages(raw))
            {
                messages++;
                letters += message.Text.Length;
            }

            seconds.Add(watch.Elapsed.TotalSeconds);
        }

        Console.WriteLine(JsonSerializer.Serialize(new Passes(seconds, messages, letters > 0 ? 0 : 1, Runs.PeakKiB(Environment.ProcessId)), JsonSerializerOptions.Web));
        return 0;
    }
}
