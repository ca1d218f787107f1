using Gateway.Core.Ledger;
using Gateway.Server.Commands;
using Gateway.Server.Words;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>A complaint's history is one story in the order of time, in the language of the reader.</summary>
internal sealed class HistoryTests
{
    [Test]
    public void CallsStandBetweenTheMovesTheyLedTo()
    {
        IReadOnlyList<LedgerEvent> events = [Event("moved", ComplaintState.Queued, 1), Event("read-back", ComplaintState.Delivered, 9), Event("task", ComplaintState.Delivered, 12)];
        var attempt = new AttemptRow { Id = "a", Number = "G", Destination = "default", Step = AttemptStep.Create, LeaseToken = "l", Begun = Some.After(5), RequestHash = "abc", Actor = "relay", Node = "gateway", Outcome = AttemptOutcome.Done };

        var lines = History.Of(events, [attempt], WordList.In("id")).ToList();

        Assert.That(lines, Has.Count.EqualTo(5));
        Assert.That(lines[1], Does.Contain("pembuatan laporan: diterima"));
        Assert.That(lines[2], Does.Contain("pengaturan -,").And.Not.Contain("v-"));
        Assert.That((lines[3].Contains("dibaca kembali di pusat", StringComparison.Ordinal), lines[4].Contains("  tugas  ", StringComparison.Ordinal)), Is.EqualTo((true, true)), string.Join('\n', lines));
    }

    [TestCaseSource(nameof(Coded))]
    public void WhatAPersonReadsOfACallHasWordsInBothLanguages(string code) => Assert.That(WordList.Codes, Does.Contain(code));

    private static IEnumerable<string> Coded =>
        Enum.GetValues<AttemptStep>().Select(step => "step." + Wire.Name(step))
            .Concat(Enum.GetValues<AttemptOutcome>().Select(outcome => "call." + Wire.Name(outcome)));

    private static LedgerEvent Event(string kind, ComplaintState state, int minutes) => new(Some.Id("event"), "G", minutes, Some.After(minutes), kind, kind == "moved" ? ComplaintState.Recorded : state, state, ActorKind.Worker, "relay", []);
}
