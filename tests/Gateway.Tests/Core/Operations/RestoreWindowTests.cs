using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Operations;

/// <summary>What a restored ledger may have forgotten waits for a person; what is surely younger goes.</summary>
internal sealed class RestoreWindowTests
{
    private static readonly RestoreWindow Window = new(Some.Noon, Some.After(60));

    // Minutes after the backup was made; null: not told.
    [TestCase(null, null, null, false)]
    [TestCase(null, 90, 90, false)]
    [TestCase(null, -90, -90, false)]
    [TestCase(null, 30, 90, true)]
    [TestCase(null, 90, 30, true)]
    [TestCase(null, 0, null, true)]
    [TestCase(null, null, 60, true)]
    [TestCase("round", null, null, true)]
    [TestCase("round", -90, null, true)]
    [TestCase("round", 90, null, false)]
    [TestCase("round", 90, 30, true)]
    public void HoldsWhatMayHaveComeInMeanwhile(string? round, int? received, int? written, bool holds) =>
        Assert.That(Window.MayHold(Row(round, At(received), At(written))), Is.EqualTo(holds));

    [TestCase(-1, false)]
    [TestCase(0, true)]
    [TestCase(1, false)]
    public void ADayWithoutATimeIsTheWholeDay(int days, bool holds)
    {
        var day = new DateTimeOffset(Some.Noon.Date, Some.Noon.Offset).AddDays(days);

        Assert.That(Window.MayHold(Row(null, null, day)), Is.EqualTo(holds));
        Assert.That(Window.MayHold(Row(null, null, day.ToUniversalTime())), Is.EqualTo(holds), "as the ledger gives it");
    }

    [Test]
    public void HoldsWhatWasSeenBeforeTheRestore() => Assert.That(Window.MayHold(Row(null, null, null) with { Seen = Some.After(59) }), Is.True);

    private static DateTimeOffset? At(int? minutes) => minutes is { } some ? Some.After(some) : null;

    private static ComplaintRow Row(string? round, DateTimeOffset? received, DateTimeOffset? written) => Some.Row("G-one") with
    {
        Round = round,
        Received = received,
        Written = written,
        Seen = Some.After(120),
    };
}
