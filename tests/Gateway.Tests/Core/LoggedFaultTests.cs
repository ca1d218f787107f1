using Gateway.Core;
using Gateway.Core.Ledger;

namespace Gateway.Tests.Core;

/// <summary>Words of the machine help whoever reads the log; words of a citizen never stand in it.</summary>
internal sealed class LoggedFaultTests
{
    private const string Here = "in Gateway.Tests.Core.LoggedFaultTests";

    [Test]
    public void AParsersWordsAreLeftOutAndItsPlaceIsTold() =>
        Assert.That(Said(() => _ = int.Parse("Siti Contoh", System.Globalization.CultureInfo.InvariantCulture)), Does.StartWith("FormatException " + Here).And.Not.Contain("Siti"));

    [Test]
    public void TheWordsOfTheLedgerAreTold() =>
        Assert.That(Said(() => throw new LedgerUnavailableException("The disk under the ledger is full.")), Is.EqualTo("LedgerUnavailableException: The disk under the ledger is full."));

    [Test]
    public void OfAFileTheTroubleIsToldAndNotItsName() =>
        Assert.That(
            Said(() => throw new IOException("The process cannot access the file '/inbox/Chat dengan Nur'aini Contoh.txt' because it is being used.")),
            Is.EqualTo("IOException: The process cannot access the file '...' because it is being used."));

    [Test]
    public void WhatNobodyThoughtOfIsToldByItsKind() => Assert.That(LoggedFault.Of(new NotImplementedException("Siti Contoh")), Is.EqualTo("NotImplementedException"));

    private static string Said(Action act) => LoggedFault.Of(Assert.Catch(() => act())!);
}
