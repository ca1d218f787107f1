using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>The centre as one node sees it.</summary>
internal sealed class NodeCentre(Node node) : ICentral
{
    public Task<CentralAnswer> UploadAsync(Destination destination, IReadOnlyList<UploadFile> files, TimeSpan notSentAfter, CancellationToken ct) =>
        node.Ask(Seam.Upload, "Upload", call => node.World.Centre.Upload(call, files, notSentAfter));

    public Task<CentralAnswer> CreateAsync(Destination destination, Submission submission, TimeSpan notSentAfter, CancellationToken ct) =>
        node.Ask(Seam.Create, "Create", call => Create(call, submission, notSentAfter));

    public Task<CentralAnswer> ReadAsync(Destination destination, string centralId, CancellationToken ct) =>
        node.Ask(Seam.Read, "Read", call => node.World.Centre.Read(call, centralId));

    public Task<CentralAnswer> ProbeAsync(Destination destination, CancellationToken ct) =>
        node.Ask(Seam.Read, "Probe", call =>
            node.World.Mutant.Has(GatewayFault.ProbesByCreate) && node.World.Centre.LastSent is { } last ? node.World.Centre.Create(call, last, TimeSpan.MaxValue) : SimulatedCentre.Probe(call));

    public Task<CentralAnswer> HandOnAsync(Destination destination, HandOn handOn, TimeSpan notSentAfter, CancellationToken ct) =>
        node.Ask(Seam.Task, "HandOn", call => node.World.Centre.Tasks.HandOn(call, handOn, notSentAfter));

    public Task<CentralAnswer> PostFollowUpAsync(Destination destination, FollowUpPost post, TimeSpan notSentAfter, CancellationToken ct) =>
        node.Ask(Seam.Task, "PostFollowUp", call => node.World.Centre.Tasks.Post(call, post, notSentAfter));

    public Task<CentralAnswer> ReadFollowUpsAsync(Destination destination, string centralId, string? page, CancellationToken ct) =>
        node.Ask(Seam.Read, "Read", call => node.World.Centre.Tasks.Read(call, centralId));

    private CentralAnswer Create(PendingCall call, Submission submission, TimeSpan notSentAfter)
    {
        if (node.World.Mutant.Has(GatewayFault.SendsWithoutFiles)) submission.Fields["attachments"] = false;
        var answer = node.World.Centre.Create(call, submission, notSentAfter);
        return answer.Kind == CentralAnswerKind.NoAnswer && node.World.Mutant.Has(GatewayFault.RetriesInsideACall)
            ? node.World.Centre.Create(call, submission, notSentAfter)
            : answer;
    }
}
