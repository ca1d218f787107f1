using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Tests.Infrastructure.Ledger;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Bugs;

/// <summary>
/// INTERNALDATE knows whole seconds: with a cut-over of 10:00:00.7 a mail received at 10:00:00.9 was passed over as older than its channel.
/// </summary>
internal sealed class AMailOfTheSecondInWhichItsChannelWasAppliedIsTaken
{
    [Test]
    public async Task TheDefaultCutOverIsAWholeSecond()
    {
        var folder = new LedgerFolder();
        var second = new DateTimeOffset(2026, 5, 11, 2, 0, 0, TimeSpan.Zero);
        await using (var ledger = await folder.OpenAsync())
        {
            var desk = new RegistryDesk(ledger, new FakeTimeProvider(second.AddMilliseconds(700)));
            var registry = await desk.ApplyAsync(
                new Registry { Channels = [new Channel { Key = "dishub-email", Agency = "dishub", Kind = "email" }] }, "budi", CancellationToken.None);

            Assert.That(registry.FirstApplied["dishub-email"], Is.EqualTo(second));
        }

        await folder.CleanAsync();
    }
}
