namespace Gateway.Tests.Endurance;

/// <summary>The judge itself can say no: one complaint lost, doubled or left over is noticed, wherever it happens.</summary>
internal sealed class ReckoningTests
{
    private static readonly HandedOver Post = new(1, "G1", IsKept: false);
    private static readonly HandedOver Mail = new(2, null, IsKept: true);
    private static readonly HandedOver Doubtful = new(3, "G3", IsKept: true);

    private static Reckoning Agreeing => new(
        [Post, Mail, Doubtful],
        [new("G1", 1, "delivered", 71), new("G2", 2, "delivered", 72), new("G3", 3, "unknown", null)],
        [new(71, "G1", 1), new(72, "G2", 2)],
        ["G3"]);

    [Test]
    public void BooksThatAgreeHaveNoFault()
    {
        AssertFaults(Agreeing, lost: 0, doubled: 0, unaccounted: 0);
        Assert.That(Agreeing.ToString(), Does.EndWith("3 handed over, 2 receipts, 3 in the ledger, 2 delivered, 1 unknown (0 at the centre, 1 not), 0 doubled, 0 lost"));
    }

    [Test]
    public void AnUnknownMayBeAtTheCentreOnce() =>
        AssertFaults(Agreeing with { Book = [.. Agreeing.Book, new(73, "G3", 3)] }, lost: 0, doubled: 0, unaccounted: 0);

    [Test]
    public void AnUnknownTwiceAtTheCentreIsDoubled() =>
        AssertFaults(Agreeing with { Book = [.. Agreeing.Book, new(73, "G3", 3), new(74, "G3", 3)] }, lost: 0, doubled: 1, unaccounted: 0);

    [Test]
    public void AReceiptWithoutAComplaintIsLost() =>
        AssertFaults(Agreeing with { Handed = [.. Agreeing.Handed, new(4, "G4", IsKept: false)] }, lost: 1, doubled: 0, unaccounted: 0);

    [Test]
    public void AMailWithoutAComplaintIsLost() =>
        AssertFaults(Agreeing with { Handed = [.. Agreeing.Handed, new(4, null, IsKept: true)] }, lost: 1, doubled: 0, unaccounted: 0);

    [Test]
    public void APostThatWasToldNothingMayBeGone() =>
        AssertFaults(Agreeing with { Handed = [.. Agreeing.Handed, new(4, null, IsKept: false)] }, lost: 0, doubled: 0, unaccounted: 0);

    [Test]
    public void WhatIsDeliveredAndNotInTheBookIsLost() => AssertFaults(Agreeing with { Book = [new(72, "G2", 2)] }, lost: 1, doubled: 0, unaccounted: 0);

    [Test]
    public void WhatIsDeliveredUnderAnotherIdIsLost() => AssertFaults(Agreeing with { Book = [new(70, "G1", 1), new(72, "G2", 2)] }, lost: 1, doubled: 0, unaccounted: 0);

    [Test]
    public void AComplaintTwiceInTheBookIsDoubled() =>
        AssertFaults(Agreeing with { Book = [.. Agreeing.Book, new(73, "G1", 1)] }, lost: 0, doubled: 1, unaccounted: 0);

    [Test]
    public void APostRecordedTwiceIsDoubledInTheLedgerAndAtTheCentre() =>
        AssertFaults(
            Agreeing with { Ledger = [.. Agreeing.Ledger, new("G9", 1, "delivered", 79)], Book = [.. Agreeing.Book, new(79, "G9", 1)] },
            lost: 0, doubled: 2, unaccounted: 1);

    [Test]
    public void WhatRestsElsewhereIsUnaccountedFor()
    {
        var parked = Agreeing with { Ledger = [Agreeing.Ledger[0], Agreeing.Ledger[1], new("G3", 3, "parked", null)], Unknown = [] };
        AssertFaults(parked, lost: 0, doubled: 0, unaccounted: 1);
        AssertFaults(parked with { MayRest = ["parked"] }, lost: 0, doubled: 0, unaccounted: 0);
        AssertFaults(parked with { MayRest = ["parked"], Book = [.. Agreeing.Book, new(73, "G3", 3)] }, lost: 0, doubled: 0, unaccounted: 1);
    }

    [Test]
    public void AnUnknownThatNoOfficerSeesIsUnaccountedFor() => AssertFaults(Agreeing with { Unknown = [] }, lost: 0, doubled: 0, unaccounted: 1);

    [Test]
    public void AnotherTextUnderANumberIsUnaccountedFor() =>
        AssertFaults(Agreeing with { Book = [new(71, "G1", 2), new(72, "G2", 1)] }, lost: 0, doubled: 0, unaccounted: 2);

    [Test]
    public void EachTaleIsFoundAgainByItsTextAndByItsTitle()
    {
        for (var nth = 1; nth < 2_000; nth++) Assert.That(Tale.NthOf(Tale.Of(nth)), Is.EqualTo(nth));
        Assert.That(Enumerable.Range(1, 2_000).Select(Tale.Of).Distinct().Count(), Is.EqualTo(2_000));
    }

    private static void AssertFaults(Reckoning books, int lost, int doubled, int unaccounted) =>
        Assert.That((books.Lost().Count, books.Doubled().Count, books.Unaccounted().Count), Is.EqualTo((lost, doubled, unaccounted)), books.ToString());
}
