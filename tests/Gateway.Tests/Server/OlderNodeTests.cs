using System.Runtime.Versioning;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>A node beside one of a newer version: it decides nothing by a registry that is out of date, and spoils nothing that it cannot read.</summary>
[SupportedOSPlatform("linux")]
internal sealed class OlderNodeTests
{
    private static CancellationToken Ct => CancellationToken.None;

    [Test]
    public async Task WhatAnotherNodeAppliedIsInForceBeforeAnythingIsJudged()
    {
        await using var opened = await OpenedHouse.NewAsync(null, Registries.Form);
        await opened.House.JudgeAsync(Ct);
        await AppliedElsewhereAsync(opened, "\"policy\":\"auto\"", "\"policy\":\"review\"");

        var number = await opened.PostAsync("""{"isi": "Lampu jalan di depan kantor pos mati."}""");
        await opened.House.JudgeAsync(Ct);

        Assert.That((await opened.House.Ledger.FindAsync(number, Ct))!.Reasons.Select(reason => reason.Code), Is.EqualTo(new[] { "review" }));
    }

    [Test]
    public async Task UnderARegistryThatItCannotReadItNeitherJudgesNorFinishesAndGivesTheDutyBack()
    {
        await using var opened = await OpenedHouse.NewAsync(null, Registries.Form);
        var (house, ledger) = (opened.House, opened.House.Ledger);
        await house.JudgeAsync(Ct);
        await AppliedElsewhereAsync(opened, "\"state\":\"open\"", "\"state\":\"draining\"");
        await ledger.BeatAsync("newer", "loket-2", Some.Noon, Ct);
        var left = Some.Arrival("dishub-form") with { Kind = "webform", Node = null };
        await ledger.KeepAsync(left, Ct);

        var number = await opened.PostAsync("""{"isi": "Lampu jalan di depan kantor pos mati."}""");
        Assert.That(await house.JudgeAsync(Ct), Is.Zero);
        Assert.That(await ledger.TakeDutyAsync("gates", "newer", Some.Noon, Ct), Is.Null, "it has just found out");
        Assert.That(await house.JudgeAsync(Ct), Is.Zero);
        Assert.That(await house.Intake.RecoverAsync(Ct), Is.Zero);

        Assert.That((await ledger.FindAsync(number, Ct))!.State, Is.EqualTo(ComplaintState.Recorded));
        Assert.That(await ledger.TakeDutyAsync("gates", "newer", Some.Noon, Ct), Is.EqualTo(2));
        Assert.That(await ledger.ItemsOfAsync(left.Id, Ct), Is.Empty);
    }

    [Test]
    public async Task WhatADeadNodeLeftOfAKindThatOnlyItKnewWaitsAndDoctorTellsOfIt()
    {
        await using var desk = await DeskHouse.OpenAsync();
        var ledger = desk.House.Ledger;
        var round = Some.Round("dinas-sms");
        await ledger.OpenRoundAsync(round with { Node = "dead" }, Ct);
        var left = Some.Arrival("dinas-sms") with { Kind = "sms", Node = "dead", Round = round.Id };
        await ledger.KeepAsync(left, Ct);

        Assert.That(await desk.House.Intake.RecoverAsync(Ct), Is.Zero);

        Assert.That(await ledger.ItemsOfAsync(left.Id, Ct), Is.Empty);
        Assert.That((await ledger.UnfinishedArrivalsAsync("newer", 10, Ct)).Select(arrival => arrival.Id), Is.EqualTo(new[] { left.Id }));
        Assert.That((await ledger.RoundAsync(round.Id, Ct))!.Closed, Is.Null);
        Assert.That((await desk.RunAsync("doctor", "--lang", "en")).Output, Does.Contain("1 kept items of kind sms wait"));
    }

    private static Task AppliedElsewhereAsync(OpenedHouse opened, string was, string now) => opened.DamageAsync(
        """
        INSERT INTO registry (version, content, actor, at)
        SELECT version + 1, replace(replace(content, @was, @now), '"version":' || version, '"version":' || (version + 1)), 'newer', at FROM registry ORDER BY version DESC LIMIT 1
        """,
        new { was, now });
}
