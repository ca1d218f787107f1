using System.Reflection;
using Gateway.Core.Connectivity;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Infrastructure.Identity;
using Gateway.Tests.Infrastructure.Ledger;
using Gateway.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Bugs;

/// <summary>
/// Two persons settled one unknown complaint as not delivered. Between the second one's look and his move the first had settled it, it had
/// been sent again, and that create was unknown too: his word about the first create let the complaint go a third time. (Simulation, seed 18659)
/// </summary>
internal sealed class ASettlementCountsOnlyForTheStateThatWasLookedAt
{
    [Test]
    public async Task ALaterDoubtIsNotSettledByAnEarlierLook()
    {
        var ct = CancellationToken.None;
        var time = new FakeTimeProvider(Some.Noon);
        var folder = new LedgerFolder();
        await using (var ledger = await folder.OpenAsync())
        {
            var entry = Some.ItemEntry();
            var number = entry.Complaints[0].Number;
            await ledger.RecordAsync(null, [entry], null, ct);
            await ledger.MoveAsync(Some.Move((await ledger.FindAsync(number, ct))!, ComplaintState.Queued, ActorKind.Rule), ct);
            await SendIntoDoubtAsync(ledger, number);
            time.Advance(TimeSpan.FromHours(2));
            var overtaken = Overtaken.Before(nameof(ILedger.FindAsync), ledger, async () =>
            {
                await ledger.MoveAsync(Some.Move((await ledger.FindAsync(number, ct))!, ComplaintState.Queued) with { SettlesNotDelivered = true }, ct);
                await SendIntoDoubtAsync(ledger, number);
            });

            var move = new MoveComplaint(overtaken, new RandomIdentifiers(), time);
            var settled = await new SettleUnknown(ledger, move, new RegistryDesk(ledger, time), time).NotDeliveredAsync(number, new Officer("budi", "tidak ada"), ct);

            Assert.That((settled.Done, (await ledger.FindAsync(number, ct))!.State), Is.EqualTo((false, ComplaintState.Unknown)));
        }

        await folder.CleanAsync();
    }

    private static async Task SendIntoDoubtAsync(ILedger ledger, string number)
    {
        var ct = CancellationToken.None;
        var claimed = (await ledger.ClaimAsync(Some.Claim(number), ct))!;
        var attempt = Some.Attempt(claimed);
        await ledger.BeginAsync(attempt, ct);
        await ledger.CompleteAsync(Some.End(attempt, claimed, AttemptOutcome.Unknown, ComplaintState.Unknown), ct);
    }

    /// <summary>A ledger on which somebody is quicker, once, just before a call.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1852", Justification = "A proxy is made by deriving from it.")]
    public class Overtaken : DispatchProxy
    {
        private ILedger ledger = null!;
        private string call = "";
        private Func<Task>? first;

        public static ILedger Before(string call, ILedger ledger, Func<Task> first)
        {
            var proxy = Create<ILedger, Overtaken>();
            ((Overtaken)proxy).ledger = ledger;
            ((Overtaken)proxy).call = call;
            ((Overtaken)proxy).first = first;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == call && first is { } once)
            {
                first = null;
                once().GetAwaiter().GetResult();
            }

            return targetMethod.Invoke(ledger, args);
        }
    }
}
