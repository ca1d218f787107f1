using System.Globalization;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Ledger;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>
/// SP4N-LAPOR! as the schedule wants it: it stores or not, answers or not, late, wrongly or with somebody else's number. It judges the
/// gateway at the moment it stores: never twice, and never without an attempt begun before.
/// </summary>
internal sealed class SimulatedCentre
{
    private readonly World world;
    private readonly Dictionary<string, (string Id, string Content)> byNumber = [];
    private readonly HashSet<string> liedAbout = [];
    private int lastId = 88_000;

    public SimulatedCentre(World world)
    {
        this.world = world;
        Tasks = new SimulatedTasks(world, this);
    }

    /// <summary>What is done there about complaints that are there.</summary>
    public SimulatedTasks Tasks { get; }

    /// <summary>What was sent last, whatever came of it; null before the first.</summary>
    public Submission? LastSent { get; private set; }

    /// <summary>Number at the centre of a complaint; null when it is not there.</summary>
    public string? IdOf(string number) => byNumber.TryGetValue(number, out var stored) ? stored.Id : null;

    /// <summary>Number of a complaint that a restored ledger has forgotten and that says the same; null when none is there.</summary>
    public string? ForgottenIdOf(ComplaintRow row) => Forgotten(content => Promises.Says(row, content));

    public bool LiedAbout(string number) => liedAbout.Contains(number);

    public CentralAnswer Create(PendingCall call, Submission submission, TimeSpan notSentAfter)
    {
        var number = submission.Number;
        LastSent = submission;
        if (IsTooLate(call, notSentAfter)) return Answers.NotSent;
        switch (call.Way)
        {
            case "refused": return Answers.NotSent;
            case "no-answer": return Answers.NoAnswer;
            case "stored-no-answer": Store(submission); return Answers.NoAnswer;
            case "stored-later":
                world.Later(world.Choices.Of(Ways.Delays), () => Store(submission));
                return Answers.NoAnswer;
            case "stored-500": Store(submission); return Answers.Status(500);
            case "stored-no-id": Store(submission); return Answers.Status(200);
            case "html": return Answers.Status(200);
            case "stored-303": Store(submission); return Answers.Status(303);
            case "401" or "403" or "413" or "422" or "500" or "503": return Answers.Status(int.Parse(call.Way, CultureInfo.InvariantCulture));
            case "429": return Answers.Status(429) with { RetryAfter = TimeSpan.FromSeconds(90) };
            case "503-retry-after": return Answers.Status(503) with { RetryAfter = TimeSpan.FromMinutes(4) };
            case "stored-409": return Answers.WithId(409, Store(submission));
            case "lying-409": return Answers.WithId(409, OtherId(number));
            case "lying-id":
                Store(submission);
                liedAbout.Add(number);
                return Answers.WithId(200, OtherId(number));
            case "lying-not-stored":
                liedAbout.Add(number);
                return Answers.WithId(200, NewId());
            default: return Answers.WithId(200, Store(submission));
        }
    }

    public CentralAnswer Upload(PendingCall call, IReadOnlyList<UploadFile> files, TimeSpan notSentAfter)
    {
        if (!world.Ledger.Complaints.Any(row => world.Ledger.AttemptsOf(row.Number).Any(IsOpenUpload)))
            throw new BrokenPromiseException("Files reached the centre without an open attempt.");
        return AnswerUpload(call, files, notSentAfter);
    }

    private CentralAnswer AnswerUpload(PendingCall call, IReadOnlyList<UploadFile> files, TimeSpan notSentAfter) => call.Way switch
    {
        _ when IsTooLate(call, notSentAfter) => Answers.NotSent,
        "refused" => Answers.NotSent,
        "no-answer" => Answers.NoAnswer,
        "401" or "413" or "422" or "500" or "503" => Answers.Status(int.Parse(call.Way, CultureInfo.InvariantCulture)),
        "html" => Answers.Status(200),
        "too-few-ids" => Answers.Status(200) with { Readable = true, FileIds = [.. files.Skip(1).Select(_ => NewId())] },
        _ => Answers.Status(200) with { Readable = true, FileIds = [.. files.Select(_ => NewId())] },
    };

    public CentralAnswer Read(PendingCall call, string centralId)
    {
        if (Trouble(call) is { } trouble) return trouble;
        var found = byNumber.Values.FirstOrDefault(stored => stored.Id == centralId);
        return found.Id is null ? Answers.Status(404) : Answers.WithId(200, found.Id) with { Content = found.Content, Standing = Tasks.StandingOf(found.Id) };
    }

    public static CentralAnswer Probe(PendingCall call) => Trouble(call) ?? (Answers.Status(200) with { Readable = true, Id = "1" });

    public static CentralAnswer? Trouble(PendingCall call) => call.Way switch
    {
        "refused" => Answers.NotSent,
        "no-answer" => Answers.NoAnswer,
        "401" => Answers.Status(401),
        "500" => Answers.Status(500),
        _ => null,
    };

    private string Store(Submission submission)
    {
        var number = submission.Number;
        var content = submission.Fields["content"]!.GetValue<string>();
        if (byNumber.TryGetValue(number, out var stored)) throw new BrokenPromiseException($"{number} was created at the centre twice; it is there as {stored.Id} already.");
        var isSentBefore = world.Restoration is { IsDone: true } restoration && restoration.UnderWay.Contains(number);
        if (!isSentBefore && !world.Ledger.AttemptsOf(number).Any(SimulatedLedger.IsDoubtful)) throw new BrokenPromiseException($"{number} reached the centre without an open attempt.");
        if (!content.EndsWith("No. pelacakan: " + number, StringComparison.Ordinal)) throw new BrokenPromiseException($"{number} was sent without its marker.");
        if (!isSentBefore) CheckFiles(submission);
        if (world.Ledger.Complaint(number) is not null && Forgotten(mark => content.Contains(mark, StringComparison.Ordinal)) is { } before)
            throw new BrokenPromiseException($"{number} was created although what it says is there as {before}, from before the restore.");
        var id = NewId();
        byNumber[number] = (id, content);
        world.Note($"the centre stores {number} as {id}");
        return id;
    }

    private string? Forgotten(Func<string, bool> says)
    {
        if (world.Restoration is not { IsDone: true }) return null;
        foreach (var (number, stored) in byNumber)
        {
            if (world.Ledger.Complaint(number) is null && world.Sources.Items.Any(item => item.Mark is { } mark && stored.Content.Contains(mark, StringComparison.Ordinal) && says(mark))) return stored.Id;
        }

        return null;
    }

    // Some other complaint's number if there is one: the lie that does most harm.
    private string OtherId(string number)
    {
        liedAbout.Add(number);
        var others = byNumber.Where(pair => pair.Key != number).ToList();
        var worst = others.Find(pair => world.Ledger.Complaint(pair.Key) is { State: ComplaintState.Delivered });
        return worst.Value.Id ?? others.FirstOrDefault().Value.Id ?? NewId();
    }

    public bool IsTooLate(PendingCall call, TimeSpan notSentAfter) => world.Clock.Now - call.Made > notSentAfter && !world.Mutant.Has(GatewayFault.NeverAbandons);

    // All its files or not at all; what was refused an officer has seen.
    private void CheckFiles(Submission submission)
    {
        var list = submission.Fields["attachments"]!.ToString();
        var sent = list.StartsWith('[') ? list.Count(c => c == ',') + 1 : 0;
        var files = world.Ledger.AttachmentsAsync(submission.Number, default).Result.Count;
        files -= world.Ledger.SentFilesAsync(submission.Number, default).Result.Count(file => file.Refusal is not null);
        if (sent != files) throw new BrokenPromiseException($"{submission.Number} left with {sent} of its {files} files.");
    }

    private static bool IsOpenUpload(AttemptRow attempt) => attempt is { Step: AttemptStep.Upload, Outcome: null or AttemptOutcome.Unavailable };

    private string NewId() => (++lastId).ToString(CultureInfo.InvariantCulture);
}
