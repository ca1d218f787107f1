using System.Globalization;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>A schedule that broke a promise, as a person needs it: what broke, the shortest list that still breaks it, and the trace.</summary>
internal static class Violation
{
    /// <summary>Shrinks, writes everything to a file in the test's work folder, and says where and how to play it again.</summary>
    public static string Describe(int seed, Verdict broken, Mutant mutant, string folder)
    {
        var shortest = new Shrinker(mutant, most: 4000).Shrink(broken);
        var trace = new List<string>();
        var replayed = Schedule.Play(Choices.Of(shortest), mutant, trace);
        var list = string.Join(", ", shortest.Select(choice => choice.ToString(CultureInfo.InvariantCulture)));
        var path = Path.Combine(folder, $"schedule-{seed}.txt");
        File.WriteAllLines(path, [$"Seed {seed}: {broken.Broken}", $"Shrunk from {broken.Choices.Count} to {shortest.Count} choices: {replayed.Broken}", $"Replay([{list}])", "", .. trace]);
        return $"Seed {seed}: {broken.Broken}\nReplay([{list}])\nThe trace is in {path}:\n{string.Join('\n', trace.TakeLast(60))}";
    }
}
