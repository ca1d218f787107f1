using System.Collections.Frozen;
using Gateway.Core;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>
/// What one schedule is after: a fault at a step that chance seldom brings together, and what must go wrong before to come there. Each
/// strikes once, at the moment the step is reached. The world is made so that it can be; all else in it goes as in any other.
/// </summary>
internal sealed class Aim
{
    /// <summary>Steps that few schedules reach, or that so many faults can strike that each of them does seldom.</summary>
    private static readonly FrozenSet<string> Rare = FrozenSet.Create(
        [.. Steps.OfTasks, .. Enum.GetNames<CrashPoint>(), "FindByCentralId", "Put", "Reap", "Read", "Probe", "Create", "Wish", "Renew", "Revise", "KeepSent", "FindBook"]);

    /// <summary>A lease dies with its holder.</summary>
    private static readonly FrozenDictionary<string, (string Step, string Fault)> Before = new Dictionary<string, (string, string)>
    {
        ["Reap"] = (nameof(CrashPoint.CreateBegun), Fault.Crash),
        ["ReapTask"] = (nameof(CrashPoint.TaskBegun), Fault.Crash),
        ["TasksIn"] = (nameof(CrashPoint.TaskBegun), Fault.Crash),
    }.ToFrozenDictionary();

    /// <summary>A verdict is under way while its node stands still, and the node that took the duty over is held up before its own.</summary>
    private static readonly (string Step, string Fault)[] LostDuty = [("Move", Fault.Stopped), ("Unjudged", "frozen")];

    private static readonly (string Step, string Fault)[][] Targets =
        [.. Enumerable.Repeat(LostDuty, 4), .. Steps.Pairs.Where(pair => Rare.Contains(pair.Step)).Select(pair => Before.TryGetValue(pair.Step, out var first) ? new[] { first, pair } : [pair])];

    private readonly (string Step, string Fault)[] strikes;
    private int struck;

    private Aim((string Step, string Fault)[] strikes) => this.strikes = strikes;

    /// <summary>Two schedules of three have one; the others go as chance will.</summary>
    public static Aim Of(Choices choices) => new(choices.Next(3) > 0 ? choices.Of(Targets) : []);

    /// <summary>Something must be at the centre already.</summary>
    public bool IsAtTasks => Targeted is { } step && (Steps.OfTasks.Contains(step) || step == "Read");

    public bool IsAtProbe => Targeted == "Probe";

    /// <summary>The centre gives a number that another has.</summary>
    public bool IsAtTakenId => Targeted == "FindByCentralId";

    /// <summary>It is done by people alone.</summary>
    public bool IsAtDesk => Targeted is "Wish" or "Revise";

    /// <summary>An item takes the process down again and again.</summary>
    public bool IsAtDeadly => Targeted == "Put";

    /// <summary>Something is to be on its way to the centre.</summary>
    public bool IsAtForwarding => Targeted is "Claimed" or "Reap" or "Renew" || Targeted?.StartsWith("Create", StringComparison.Ordinal) == true || Targeted?.StartsWith("Upload", StringComparison.Ordinal) == true;

    /// <summary>What has to do with the centre is to go on.</summary>
    public bool IsAtCentre => IsAtForwarding || IsAtTasks || IsAtTakenId;

    /// <summary>Files go along.</summary>
    public bool IsAtFiles => Targeted is "Renew" or "KeepSent" || Targeted?.StartsWith("Upload", StringComparison.Ordinal) == true;

    /// <summary>Something is to be judged.</summary>
    public bool IsAtJudging => IsAtDuty || Targeted is "KeepSent" or "FindBook" or nameof(CrashPoint.Judged);

    /// <summary>Two nodes judge, one after the other.</summary>
    public bool IsAtDuty => ReferenceEquals(strikes, LostDuty);

    /// <summary>Whether faults begin when the first arrivals are taken in; null when it does not matter.</summary>
    public bool? BeginsTakenIn => IsAtDeadly || IsAtJudging || IsAtForwarding ? true : null;

    private string? Targeted => strikes is [.., var last] ? last.Step : null;

    /// <summary>It is on its way to its steps. Other faults keep back a while, or few would come so far.</summary>
    public bool IsPending => struck < strikes.Length;

    /// <summary>The fault that strikes the step now; null for none.</summary>
    public string? At(string step, Choices choices)
    {
        if (!IsPending || strikes[struck].Step != step || choices.Next(4) == 0) return null;
        return strikes[struck++].Fault;
    }
}
