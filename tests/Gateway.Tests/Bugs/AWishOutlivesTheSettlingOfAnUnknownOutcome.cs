using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Infrastructure.Identity;
using Gateway.Tests.Infrastructure.Ledger;
using Gateway.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Bugs;

/// <summary>
/// An officer asked to hold a complaint that was just being forwarded. Its outcome became unknown, a person settled it as not delivered,
/// and that move forgot the wish: the complaint went to the centre against the officer's word.
/// </summary>
internal sealed class AWishOutlivesTheSettlingOfAnUnknownOutcome
{
    [TestCase(ComplaintState.Held)]
    [TestCase(ComplaintState.Discarded)]
    public async Task WhatWasAskedIsDoneOnceItIsSettledAsNotDelivered(ComplaintState wish)
    {
        var ct = CancellationToken.None;
        var time = new FakeTimeProvider(Some.Noon);
        var officer = new Officer("budi", "salah alamat");
        var folder = new LedgerFolder();
        await using (var ledger = await folder.OpenAsync())
        {
            var identifiers = new RandomIdentifiers();
            var move = new MoveComplaint(ledger, identifiers, time);
            var entry = Some.ItemEntry();
            var number = entry.Complaints[0].Number;
            await ledger.RecordAsync(null, [entry], null, ct);
            await ledger.MoveAsync(Some.Move((await ledger.FindAsync(number, ct))!, ComplaintState.Queued, ActorKind.Rule), ct);
            var claimed = (await ledger.ClaimAsync(Some.Claim(number), ct))!;
            var attempt = Some.Attempt(claimed);
            await ledger.BeginAsync(attempt, ct);

            var asked = await (wish == ComplaintState.Held
                ? new HoldComplaint(ledger, move).ExecuteAsync(number, officer, ct)
                : new DiscardComplaint(move).ExecuteAsync(number, officer, ct));
            await ledger.CompleteAsync(Some.End(attempt, claimed, AttemptOutcome.Unknown, ComplaintState.Unknown), ct);
            time.Advance(TimeSpan.FromHours(2));
            var settled = await new SettleUnknown(ledger, move, new RegistryDesk(ledger, time), time).NotDeliveredAsync(number, officer, ct);
            var applied = await new ApplyWishes(ledger, identifiers, time).StepAsync(ct);

            Assert.That((asked.Code, settled.Code, applied), Is.EqualTo(("wished", "done", 1)));
            var row = (await ledger.FindAsync(number, ct))!;
            Assert.That((row.State, row.Wish), Is.EqualTo((wish, (ComplaintState?)null)));
            Assert.That(row.Reasons, Is.EqualTo(new[] { new Reason("wished-while-forwarding") }));
        }

        await folder.CleanAsync();
    }
}
