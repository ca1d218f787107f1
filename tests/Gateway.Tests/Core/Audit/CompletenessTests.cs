using Gateway.Contracts.Intake;
using Gateway.Core.Audit;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Core.Audit;

/// <summary>Whatever was seen has an outcome, and the sums agree with what the source says; each gap is named.</summary>
internal sealed class CompletenessTests
{
    private static readonly DayTally Whole = new(
        "dishub-email", new DateOnly(2026, 5, 11), 3, 0, new Dictionary<ItemOutcome, long> { [ItemOutcome.Complaint] = 2, [ItemOutcome.Ignored] = 1 }, 2);

    private static readonly DateTimeOffset Noon = new(2026, 5, 11, 12, 0, 0, TimeSpan.FromHours(8));

    [Test]
    public void ADayThatAddsUpHasNoGap() =>
        Assert.That(new Completeness(Whole, new SourceLook(120, 120, 0, Noon), 0), Has.Property("Items").EqualTo(3).And.Property("Gaps").Empty);

    [TestCase(1, 120, 120L, 0, 0, "gap-unfinished")]
    [TestCase(0, 120, 118L, 0, 0, "gap-behind-source")]
    [TestCase(0, 120, 118L, 2, 0, "gap-not-taken")]
    [TestCase(0, 120, null, 0, 1, "gap-in-chat")]
    public void NamesEachGap(int unfinished, int held, long? known, int failed, int breaks, string code) => Assert.That(
        new Completeness(Whole with { Unfinished = unfinished }, new SourceLook(held, known, failed, Noon), breaks).Gaps.Select(gap => gap.Code),
        Is.EqualTo(new[] { code }));

    [Test]
    public async Task WritesDownWhatTheSourceHoldsWhenItChangesAndOnEachDay()
    {
        var time = new FakeTimeProvider(Noon);
        var book = new BookInMemory();
        var looks = new LookBook(book, "dishub-email", time);

        await looks.NoteAsync(new SourceStep(10, 0, TimeSpan.Zero, Known: 9), default);
        time.Advance(TimeSpan.FromMinutes(1));
        await looks.NoteAsync(new SourceStep(10, 0, TimeSpan.Zero, Known: 9), default);
        var first = SourceLook.Read((await book.GetAsync("dishub-email", "look/2026-05-11", default))!);
        await looks.NoteAsync(new SourceStep(11, 1, TimeSpan.Zero, Known: 11), default);
        time.Advance(TimeSpan.FromDays(1));
        await looks.NoteAsync(new SourceStep(11, 0, TimeSpan.Zero, Known: 11), default);

        Assert.That(first, Is.EqualTo(new SourceLook(10, 9, 0, Noon.ToUniversalTime())), "an idle source is not written again and again");
        Assert.That(SourceLook.Read((await book.GetAsync("dishub-email", "look/2026-05-11", default))!)!.Held, Is.EqualTo(11));
        Assert.That(await book.GetAsync("dishub-email", "look/2026-05-12", default), Is.Not.Null);
    }
}
