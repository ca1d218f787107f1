using Gateway.Core;
using Gateway.Tests.Support;

namespace Gateway.Tests.Endurance;

/// <summary>One complaint kills the forwarder whenever it is forwarded: it is parked after its fifth claim, and all others go.</summary>
[Category("RabbitMq")]
[Category("Journey")]
[Parallelizable]
internal sealed class PoisonedRowTests
{
    private const int MostClaims = 5;

    [Test]
    public async Task ARowThatKillsTheForwarderIsParkedAndAllOthersGo()
    {
        await using var broker = await RabbitMqServer.RunAsync();
        await using var trial = await Trial.PrepareAsync("requestsPerSecond: 50, schedule: [1s], createTimeout: 2s", new Uri(broker.Uri));
        // It alone has a file, so that it alone comes to this point.
        trial.Gateway.With("GATEWAY_CRASH_AT", nameof(CrashPoint.UploadBegun));
        await trial.Gateway.ServeAsync();
        var poisoned = await trial.Load.PostAsync(attached: "surat.pdf");
        trial.Load.Start(TimeSpan.FromMilliseconds(250));

        for (var death = 1; death <= MostClaims; death++)
        {
            if (death > 1) await trial.Gateway.ServeAsync();
            await trial.Gateway.ExitedAsync();
        }

        await trial.Gateway.ServeAsync();
        var books = await trial.ReckonAsync(MostClaims, "parked");
        var parked = (await trial.Gateway.ComplaintsAsync()).Where(row => (string?)row["state"] == "parked").ToList();
        Assert.That(parked.Select(row => (string?)row["number"]), Is.EqualTo(new[] { poisoned }));
        Assert.That((string?)parked[0]["reasons"]![0]!["code"], Is.EqualTo("claimed-too-often"));
        Assert.That(books.Delivered, Is.GreaterThan(0));
    }
}
