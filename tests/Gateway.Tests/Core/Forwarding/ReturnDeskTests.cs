using Gateway.Core;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Identity;
using Gateway.Infrastructure.Ledger;
using Gateway.Tests.Infrastructure.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Forwarding;

/// <summary>Whatever was refused in a row by a fault of ours comes back, complaints and tasks alike, whoever was refused last.</summary>
internal sealed class ReturnDeskTests
{
    private static CancellationToken Ct => TestContext.CurrentContext.CancellationToken;

    [Test]
    public async Task AParkedComplaintAndAParkedTaskBothComeBack()
    {
        var folder = new LedgerFolder();
        await using (var ledger = await folder.OpenAsync())
        {
            var desk = new ReturnDesk(ledger, new RandomIdentifiers(), TimeProvider.System);
            var (complaint, task) = (await ParkedAsync(ledger), await ParkedTaskAsync(ledger));

            await desk.AfterRefusalAsync("default", "G1", 422, [complaint, task.Name], Ct);

            Assert.That((await ledger.FindAsync(complaint, Ct))!.State, Is.EqualTo(ComplaintState.Queued));
            Assert.That((await ledger.TasksAsync(task.Number, Ct)).Single() is { State: TaskState.Waiting, Attempts: 0, Due: not null });

            var late = await ParkedTaskAsync(ledger);
            await ledger.WriteAsync(new DestinationRow { Key = "default", State = DestinationState.Paused, Refusals = [new("G1", 422), new("G2", 422), new(late.Name, 422)] }, Ct);
            await desk.AfterRefusalAsync("default", late.Name, 422, [], Ct);
            Assert.That((await ledger.TasksAsync(late.Number, Ct)).Single().State, Is.EqualTo(TaskState.Waiting), "it was under way when the destination paused");
        }

        await folder.CleanAsync();
    }

    private static async Task<string> ParkedAsync(SqliteLedger ledger)
    {
        var row = await RecordedAsync(ledger);
        var claimed = (await ledger.ClaimAsync(Some.Claim(row.Number), Ct))!;
        var attempt = Some.Attempt(claimed);
        await ledger.BeginAsync(attempt, Ct);
        await ledger.CompleteAsync(Some.End(attempt, claimed, AttemptOutcome.Rejected, ComplaintState.Parked), Ct);
        return row.Number;
    }

    private static async Task<TaskRow> ParkedTaskAsync(SqliteLedger ledger)
    {
        var row = await RecordedAsync(ledger);
        await ledger.MoveAsync(Some.Move(row, ComplaintState.Delivered) with { CentralId = Some.Id("7") }, Ct);
        await ledger.StartTaskAsync(Some.TaskStart(row.Number, Some.Id("G")), Ct);
        var claimed = (await ledger.ClaimTaskAsync(Some.TaskClaim((await ledger.TasksAsync(row.Number, Ct)).Single()), Ct))!;
        await ledger.MoveTaskAsync(Some.TaskMove(claimed, TaskState.Parked), Ct);
        return claimed;
    }

    private static async Task<ComplaintRow> RecordedAsync(SqliteLedger ledger)
    {
        var entry = Some.ItemEntry(Some.Complaint() with { Number = TrackingNumber.New(new RandomIdentifiers()) });
        await ledger.RecordAsync(null, [entry], null, Ct);
        var row = (await ledger.FindAsync(entry.Complaints[0].Number, Ct))!;
        await ledger.MoveAsync(Some.Move(row, ComplaintState.Queued, ActorKind.Rule), Ct);
        return (await ledger.FindAsync(row.Number, Ct))!;
    }
}
