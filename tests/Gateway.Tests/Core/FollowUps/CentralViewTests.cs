using Gateway.Core.Destinations;
using Gateway.Core.FollowUps;
using Gateway.Core.Forwarding;

namespace Gateway.Tests.Core.FollowUps;

/// <summary>What the centre says, whatever the order in which it says it.</summary>
internal sealed class CentralViewTests
{
    private static readonly CentralEntry Early = new() { Id = "9", When = "12-05-2026 09:00:00", Content = "Diterima" };
    private static readonly CentralEntry Late = new() { Id = "10", When = "13-05-2026 08:00:00", Content = "Dikerjakan" };
    private static readonly CentralEntry Undated = new() { Id = "3", When = "besok", Content = "Entah kapan" };

    [Test]
    public void TheSameAnswerInAnotherOrderIsTheSameView()
    {
        var (one, other) = (View(Late, Undated, Early), View(Early, Late, Undated));
        Assert.That(one.FollowUps.Select(entry => entry.Id), Is.EqualTo(new[] { "9", "10", "3" }), "by date, not by day number; what has none comes last");
        Assert.That(one.Bytes(), Is.EqualTo(other.Bytes()));
        Assert.That(View(Late).Bytes(), Is.Not.EqualTo(View(Late with { Content = "Selesai dikerjakan" }).Bytes()));
    }

    [Test]
    public void WhatIsKeptIsWhatWasRead()
    {
        var kept = CentralView.Read(View(Early, Undated).Bytes());
        Assert.That(kept.FollowUps, Is.EqualTo(new[] { Early, Undated }));
        Assert.That(kept.Standing.StatusName, Is.EqualTo("Menunggu Kajian Tim"));
    }

    [TestCase("Selesai", true)]
    [TestCase(" selesai ", true)]
    [TestCase("Ditolak", true)]
    [TestCase("Dalam Proses", false)]
    [TestCase("Selesai Sebagian", false)]
    [TestCase(null, false)]
    public void OnlyAKnownNameCloses(string? status, bool closes) => Assert.That(new ReadBackSettings().Closes(status), Is.EqualTo(closes));

    [TestCase(0, 15)]
    [TestCase(23 * 60, 15)]
    [TestCase(25 * 60, 120)]
    [TestCase(8 * 24 * 60, 1440)]
    public void TheOlderTheRarer(int ageInMinutes, int pauseInMinutes) =>
        Assert.That(new ReadBackSettings().Pause(TimeSpan.FromMinutes(ageInMinutes)), Is.EqualTo(TimeSpan.FromMinutes(pauseInMinutes)));

    private static CentralView View(params CentralEntry[] entries) =>
        CentralView.Of(new CentralStanding("7", "Menunggu Kajian Tim", "101", "Dinas Perhubungan", []), entries, TimeSpan.FromHours(7));
}
