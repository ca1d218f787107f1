using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Tests.Infrastructure.Ledger;

namespace Gateway.Tests.Bugs;

/// <summary>
/// serve applies its registry file at every start. A channel an officer had paused read its mailbox again after each restart, because the
/// file knows nothing of the pause.
/// </summary>
internal sealed class APauseOutlivesTheRegistryAppliedAgain
{
    private static readonly Registry File = new()
    {
        Channels = [new Channel { Key = "dishub-email", Agency = "dishub", Kind = "email" }, new Channel { Key = "dlh-email", Agency = "dlh", Kind = "email" }],
    };

    private readonly LedgerFolder folder = new();

    [TearDown]
    public Task Clean() => folder.CleanAsync();

    [Test]
    public async Task WhatAnOfficerPausedStaysPausedUntilAnOfficerResumesIt()
    {
        await using (var ledger = await folder.OpenAsync())
        {
            var desk = new RegistryDesk(ledger, TimeProvider.System);
            await desk.ApplyAsync(File, "start", CancellationToken.None);
            Assert.That(await desk.EnableAsync("dishub-email", false, "budi", CancellationToken.None), Is.True);
        }

        await using (var ledger = await folder.OpenAsync())
        {
            var desk = new RegistryDesk(ledger, TimeProvider.System);
            var version = (await ledger.RegistryAsync(CancellationToken.None))!.Version;
            await desk.ApplyAsync(File, "start", CancellationToken.None);
            Assert.That((Enabled(desk), desk.Current.Version), Is.EqualTo(("dlh-email", version)), "the file says nothing new");

            await desk.ApplyAsync(File with { Channels = [.. File.Channels, new Channel { Key = "dishub-form", Agency = "dishub", Kind = "webform" }] }, "siti", CancellationToken.None);
            Assert.That(Enabled(desk), Is.EqualTo("dlh-email dishub-form"), "and neither does a new one");

            await desk.EnableAsync("dishub-email", true, "budi", CancellationToken.None);
            await desk.ApplyAsync(File, "start", CancellationToken.None);
            Assert.That(Enabled(desk), Is.EqualTo("dishub-email dlh-email"));
        }
    }

    [Test]
    public async Task WhatTheFileSwitchesOffTheFileSwitchesOn()
    {
        await using var ledger = await folder.OpenAsync();
        var desk = new RegistryDesk(ledger, TimeProvider.System);
        await desk.ApplyAsync(File with { Channels = [.. File.Channels.Select(channel => channel with { Enabled = false })] }, "start", CancellationToken.None);
        Assert.That(Enabled(desk), Is.Empty);

        await desk.ApplyAsync(File, "start", CancellationToken.None);
        Assert.That(Enabled(desk), Is.EqualTo("dishub-email dlh-email"));
    }

    private static string Enabled(RegistryDesk desk) => string.Join(' ', desk.Current.Channels.Where(channel => channel.Enabled).Select(channel => channel.Key));
}
