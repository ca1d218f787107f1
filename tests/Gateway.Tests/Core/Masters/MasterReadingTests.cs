using Gateway.Core.Forwarding;
using Gateway.Core.Masters;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Masters;

/// <summary>A list counts when it is whole; nothing less takes the place of what is known.</summary>
internal sealed class MasterReadingTests
{
    [Test]
    public void PagesMakeOneListInTheOrderOfItsIds()
    {
        var reading = new MasterReading();

        Assert.That(reading.Add(Page(1, true, "101", "9")), Is.Null);
        Assert.That((reading.IsWhole, reading.Page), Is.EqualTo((false, 2)));
        Assert.That(reading.Add(Page(2, false, "12")), Is.Null);

        Assert.That(reading.IsWhole);
        Assert.That(reading.Entries.Select(entry => entry.Id), Is.EqualTo(new[] { "9", "12", "101" }));
    }

    [Test]
    public void WhatIsNotWholeIsNamed()
    {
        Assert.That(new MasterReading().Add(Page(1, false) with { Entries = null })!.Code, Is.EqualTo("masters-unreadable"));
        Assert.That(new MasterReading().Add(Page(1, false))!.Code, Is.EqualTo("masters-empty"));
        Assert.That(new MasterReading().Add(Page(1, false, "1") with { Answer = new CentralAnswer { Kind = CentralAnswerKind.Answered, Status = 503 } })!.ToString(), Does.Contain("masters-unreachable").And.Contain("503"));
        Assert.That(new MasterReading().Add(Page(1, false, "1", "2") with { Total = 3 })!.Code, Is.EqualTo("masters-partial"));
        Assert.That(new MasterReading().Add(Page(1, false, "1", "1"))!.Code, Is.EqualTo("masters-partial"));
    }

    [Test]
    public void ACentreThatGivesTheSamePageForEverIsNotFollowed()
    {
        var reading = new MasterReading();
        reading.Add(Page(1, true, "1"));

        Assert.That(reading.Add(Page(2, true, "1") with { Page = null })!.Code, Is.EqualTo("masters-partial"));
        var other = new MasterReading();
        other.Add(Page(1, true, "1"));
        Assert.That(other.Add(Page(1, true, "2"))!.Code, Is.EqualTo("masters-partial"), "it says that this is page 1");
    }

    [TestCase(20, 18, true)]
    [TestCase(20, 17, false)]
    [TestCase(10, 12, true)]
    [TestCase(1, 1, true)]
    public void MoreThanATenthGoneWaitsForAPerson(int before, int after, bool isTaken)
    {
        var known = new MasterSet("default", MasterList.Institutions, 1, Some.Noon, "masters", Rows(before));
        Assert.That(MasterRules.Doubt(known, Rows(after)) is null, Is.EqualTo(isTaken));
        Assert.That(MasterRules.Doubt(null, Rows(after)), Is.Null);
    }

    [Test]
    public void TheLastPageThatIsNamedIsReadEvenWithoutAnAddress()
    {
        var reading = new MasterReading();
        reading.Add(Page(1, false, "1") with { LastPage = 2 });
        Assert.That((reading.IsWhole, reading.Page), Is.EqualTo((false, 2)));
        reading.Add(Page(2, false, "2") with { LastPage = 2 });
        Assert.That(reading.IsWhole);
    }

    [Test]
    public void DifferencesNameWhatCameWentAndChanged()
    {
        var differences = MasterDifferences.Of([new("1", "A"), new("2", "B"), new("3", "C")], [new("2", "B baru"), new("3", "C"), new("4", "D")]);

        Assert.That((differences.Vanished.Single().Id, differences.Added.Single().Id, differences.Changed.Single().After.Name), Is.EqualTo(("1", "4", "B baru")));
        Assert.That(MasterDifferences.Of(Rows(3), Rows(3)).IsNone);
    }

    private static MasterEntry[] Rows(int count) => [.. Enumerable.Range(1, count).Select(i => new MasterEntry($"{i}", $"Dinas {i}"))];

    private static MasterPage Page(int page, bool hasNext, params string[] ids) => new(
        new CentralAnswer { Kind = CentralAnswerKind.Answered, Status = 200 }, [.. ids.Select(id => new MasterEntry(id, "Dinas"))], hasNext, null, page);
}
