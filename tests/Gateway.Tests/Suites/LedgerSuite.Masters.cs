using Gateway.Core.Masters;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

public abstract partial class LedgerSuite
{
    [Test]
    public async Task KeepsEachVersionOfAListOfTheCentre()
    {
        var first = new MasterSet("default", MasterList.Institutions, 1, Some.Noon, "masters", [new MasterEntry("101", "Dinas Perhubungan")]);
        Assert.That(await Ledger.MastersAsync("default", MasterList.Institutions, null, Ct), Is.Null);

        Assert.That(await Ledger.KeepMastersAsync(first with { Version = 2 }, Ct), Is.False, "there is no first");
        Assert.That(await Ledger.KeepMastersAsync(first, Ct), Is.True);
        Assert.That(await Ledger.KeepMastersAsync(first, Ct), Is.True, "the same again");
        Assert.That(await Ledger.KeepMastersAsync(first with { Entries = [new MasterEntry("1", "Lain")] }, Ct), Is.False, "another one was first");
        Assert.That(await Ledger.KeepMastersAsync(first with { Version = 2, Taken = Some.After(5), Actor = "rina", Entries = [new MasterEntry("7", "SIM-TERIMA", "Terima kasih.")] }, Ct), Is.True);

        var latest = (await Ledger.MastersAsync("default", MasterList.Institutions, null, Ct))!;
        Assert.That((latest.Version, latest.Taken, latest.Actor, latest.Entries.Single()), Is.EqualTo((2, Some.After(5), "rina", new MasterEntry("7", "SIM-TERIMA", "Terima kasih."))));
        Assert.That((await Ledger.MastersAsync("default", MasterList.Institutions, 1, Ct))!.Entries, Is.EqualTo(first.Entries));
        Assert.That(await Ledger.MastersAsync("default", MasterList.Institutions, 3, Ct), Is.Null);
        Assert.That(await Ledger.MastersAsync("default", MasterList.Templates, null, Ct), Is.Null);
        Assert.That(await Ledger.MastersAsync("kutim", MasterList.Institutions, null, Ct), Is.Null);
    }
}
