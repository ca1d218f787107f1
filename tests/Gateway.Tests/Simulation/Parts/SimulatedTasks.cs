using System.Globalization;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>
/// Hand-ons and follow-ups at the simulated centre. It judges the gateway at the moment it stores: nothing of it twice, and nothing without
/// an attempt begun before.
/// </summary>
internal sealed class SimulatedTasks(World world, SimulatedCentre centre)
{
    private const string FirstInstitution = "1";

    private readonly Dictionary<string, string> dispositions = [];
    private readonly HashSet<string> forgotten = [];
    private readonly List<(string CentralId, string Content)> posted = [];

    private bool IsRestored => world.Restoration is { IsDone: true };

    /// <summary>True when the last line of a follow-up there is this marker.</summary>
    public bool Has(string marker) => posted.Any(post => post.Content.EndsWith(marker, StringComparison.Ordinal));

    public string DispositionOf(string centralId) => dispositions.GetValueOrDefault(centralId, FirstInstitution);

    public CentralStanding StandingOf(string centralId) => new("1", "Terverifikasi", DispositionOf(centralId), "Instansi", []);

    public CentralAnswer HandOn(PendingCall call, HandOn handOn, TimeSpan notSentAfter)
    {
        var wasRestored = IsRestored;
        return Play(call, notSentAfter, () =>
        {
            CheckAttempt(handOn.CentralId, TaskKind.HandOn);
            // The journal keeps no hand-ons: of one that arrives after the disk died nobody knows, and until it is there nobody sees it there.
            if (IsRestored && !wasRestored) forgotten.Add(handOn.CentralId);
            if (DispositionOf(handOn.CentralId) == handOn.Institution && !forgotten.Contains(handOn.CentralId)) throw new BrokenPromiseException($"{handOn.CentralId} was handed on to {handOn.Institution} twice.");
            dispositions[handOn.CentralId] = handOn.Institution;
            world.Note($"the centre hands {handOn.CentralId} on to {handOn.Institution}");
        });
    }

    public CentralAnswer Post(PendingCall call, FollowUpPost post, TimeSpan notSentAfter)
    {
        var (id, content) = (Field(post, "complaint_id"), Field(post, "content"));
        return Play(call, notSentAfter, () =>
        {
            CheckAttempt(id, TaskKind.FollowUp);
            var marker = content.Split('\n')[^1];
            if (!marker.StartsWith("No. pelacakan: ", StringComparison.Ordinal)) throw new BrokenPromiseException($"A follow-up of {id} was posted without its marker.");
            if (Has(marker)) throw new BrokenPromiseException($"The follow-up '{marker}' was posted twice.");
            posted.Add((id, content));
            world.Note($"the centre stores the follow-up '{marker}' of {id}");
        });
    }

    public CentralAnswer Read(PendingCall call, string centralId) => SimulatedCentre.Trouble(call) ?? Answers.WithId(200, centralId) with
    {
        FollowUps = new FollowUpPage([.. posted.Where(post => post.CentralId == centralId).Select(post => new CentralEntry { Content = post.Content })], null),
    };

    private CentralAnswer Play(PendingCall call, TimeSpan notSentAfter, Action store)
    {
        if (centre.IsTooLate(call, notSentAfter)) return Answers.NotSent;
        switch (call.Way)
        {
            case "refused": return Answers.NotSent;
            case "no-answer": return Answers.NoAnswer;
            case "stored-no-answer": store(); return Answers.NoAnswer;
            case "stored-later":
                world.Later(world.Choices.Of(Ways.Delays), store);
                return Answers.NoAnswer;
            case "stored-500": store(); return Answers.Status(500);
            case "stored-no-id": store(); return Answers.Status(200);
            case "stored-409": store(); return Answers.Status(409);
            case "html": return Answers.Status(200);
            case "401" or "404" or "422" or "500" or "503": return Answers.Status(int.Parse(call.Way, CultureInfo.InvariantCulture));
            default: store(); return Answers.WithId(200, "1");
        }
    }

    private void CheckAttempt(string centralId, TaskKind kind)
    {
        // What was under way when the disk died arrives all the same, and the ledger that is there now may not know of it.
        if (IsRestored) return;
        var step = kind == TaskKind.HandOn ? AttemptStep.HandOn : AttemptStep.FollowUp;
        var row = world.Ledger.Complaints.FirstOrDefault(row => row.CentralId == centralId)
            ?? throw new BrokenPromiseException($"Something was done about {centralId}, which no complaint has.");
        if (!world.Ledger.AttemptsOf(row.Number).Any(attempt => attempt.Step == step && attempt is { Task: not null, Settled: false, Outcome: null or AttemptOutcome.Unknown }))
            throw new BrokenPromiseException($"Something was done about {row.Number} ({step}) without an open attempt.");
    }

    private static string Field(FollowUpPost post, string name) => post.Fields.Single(field => field.Key == name).Value;
}
