using Gateway.Core.Forwarding;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>Answers of the simulated centre.</summary>
internal static class Answers
{
    public static CentralAnswer NotSent { get; } = new() { Kind = CentralAnswerKind.NotSent };

    public static CentralAnswer NoAnswer { get; } = new() { Kind = CentralAnswerKind.NoAnswer };

    public static CentralAnswer Status(int status) => new() { Kind = CentralAnswerKind.Answered, Status = status };

    public static CentralAnswer WithId(int status, string id) => Status(status) with { Readable = true, Id = id };
}
