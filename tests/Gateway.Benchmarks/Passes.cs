using System.Text.Json;

namespace Gateway.Benchmarks;

/// <summary>What a child process of a measurement tells in its last line.</summary>
/// <param name="Seconds">Of each pass, in their order.</param>
/// <param name="Messages">Messages found in a pass.</param>
/// <param name="Refused">Mails that the program would not read.</param>
/// <param name="PeakKiB">The most memory it held; 0 when it does not tell.</param>
internal sealed record Passes(IReadOnlyList<double> Seconds, int Messages, int Refused, long PeakKiB)
{
    public static Passes Read(string line) => JsonSerializer.Deserialize<Passes>(line, JsonSerializerOptions.Web)!;
}
