using Gateway.Core.Ledger;
using Gateway.Infrastructure.Ledger;

namespace Gateway.Tests.Bugs;

/// <summary>
/// Intake stopped at the disk's reserve, and forwarding ate it up: the outcome of a create could find no room. Now half of the reserve is
/// for outcomes alone.
/// </summary>
internal sealed class NothingIsClaimedOnADiskWithoutRoomForItsOutcome
{
    [Test]
    public async Task AndTheLedgerSaysWhatToDo()
    {
        var folder = Directory.CreateTempSubdirectory("gateway-reserve-").FullName;
        var options = new SqliteLedgerOptions { Path = Path.Combine(folder, "gateway.db"), Reserve = long.MaxValue };
        await using (var ledger = await SqliteLedger.OpenAsync(options, TimeProvider.System, CancellationToken.None))
        {
            var claim = new ClaimRequest("e1", "default", null, "t1", new DateTimeOffset(2026, 6, 15, 8, 0, 0, TimeSpan.Zero), 4, "relay");
            await Assert.ThatAsync(
                () => ledger.ClaimAsync(claim, CancellationToken.None), Throws.TypeOf<LedgerUnavailableException>().With.Message.Contains("Free space"));
        }

        Directory.Delete(folder, recursive: true);
    }
}
