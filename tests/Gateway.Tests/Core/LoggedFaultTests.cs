using System.Data.Common;
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

    [Test]
    public void OfADatabaseTheNumbersAreToldAndNotTheRowThatItRefuses()
    {
        var refused = new Refusal("Cannot insert duplicate key in object 'reporters'. The duplicate key value is (Siti Contoh).");

        Assert.That(LoggedFault.Of(refused), Is.EqualTo("Refusal (Number 2627, State 1)"));
        Assert.That(LoggedFault.Of(new InvalidOperationException("Siti Contoh", refused)), Is.EqualTo("InvalidOperationException (Refusal (Number 2627, State 1))"));
    }

    private static string Said(Action act) => LoggedFault.Of(Assert.Catch(() => act())!);

    /// <summary>As a driver tells it.</summary>
    private sealed class Refusal(string message) : DbException(message)
    {
        public int Number { get; } = 2627;

        public byte State { get; } = 1;

        public string Server { get; } = "Siti Contoh";
    }
}
