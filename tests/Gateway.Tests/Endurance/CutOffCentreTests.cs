using Gateway.Simulator;
using Gateway.Tests.Support;

namespace Gateway.Tests.Endurance;

/// <summary>The network between gateway and centre breaks before, in the middle of and after a request, and falls silent one way and both ways.</summary>
[Category("Journey")]
[Parallelizable]
internal sealed class CutOffCentreTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>What becomes of a create that meets the cut, and how often the centre has it while the wire is still cut.</summary>
    private static readonly (Cut Cut, string State, int AtCentre)[] Cuts =
    [
        (Cut.Before, "retrying", 0), (Cut.AtOnce, "unknown", 0), (Cut.InRequest, "unknown", 0), (Cut.BeforeAnswer, "unknown", 1),
        (Cut.RequestsHeld, "unknown", 0), (Cut.AnswersHeld, "unknown", 1), (Cut.Held, "unknown", 0),
    ];

    [Test]
    public async Task AWireCutInAnyWayLosesNothingAndDoublesNothing()
    {
        CutWire? wire = null;
        await using var trial = await Trial.PrepareAsync(
            "requestsPerSecond: 100, schedule: [1s], createTimeout: 20s", centreAt: centre => new Uri($"http://127.0.0.1:{(wire = new CutWire(centre.Port)).Port}/"));
        await using var cutting = wire!;
        await trial.Gateway.ServeAsync();
        foreach (var (cut, state, atCentre) in Cuts)
        {
            // A connection stands open when it is cut, and no count of failures is left from the cut before.
            await RestsAsync(trial, await trial.Load.PostAsync(), "delivered");
            wire!.Cut = cut;
            var met = await trial.Load.PostAsync();
            await RestsAsync(trial, met, state);
            Assert.That(Times(trial.Centre, met), Is.EqualTo(atCentre), $"{cut}");
            wire.Cut = Cut.None;
        }

        wire!.ResetAll();
        await RestsAsync(trial, await trial.Load.PostAsync(), "delivered");
        var books = await trial.ReckonAsync(Cuts.Length);
        Assert.That(books.Unknown, Has.Count.AtLeast(Cuts.Count(cut => cut.State == "unknown")), "each is unknown, and on a slow machine another may be; the books show that none is sent again");
    }

    private static Task RestsAsync(Trial trial, string number, string state) =>
        trial.Gateway.UntilAsync(list => list.Any(row => (string?)row["number"] == number && (string?)row["state"] == state), Patience);

    private static int Times(CentralSimulator centre, string number) => centre.Received.Count(stored => stored.Number == number);
}
