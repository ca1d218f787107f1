using System.Runtime.Versioning;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Gates;

/// <summary>What tells the same in other words is held for the first, linked, and never lost.</summary>
[SupportedOSPlatform("linux")]
internal sealed class NearDuplicateTests
{
    private static readonly Officer Budi = new("budi", null);

    private static CancellationToken Ct => CancellationToken.None;

    [Test]
    public async Task TheSameMatterInOtherWordsIsHeldForTheFirst()
    {
        await using var opened = await OpenedHouse.NewAsync(null, Registries.Form);
        opened.House.Settings.Duplicates.LookBack = TimeSpan.FromDays(60);
        // Both wait at the gates: the first decides before the second is looked at.
        var first = await opened.PostAsync("""{"isi": "Lampu jalan di Jl. Cendana depan SDN 012 padam sudah seminggu, warga takut lewat."}""");
        var again = await opened.PostAsync("""{"isi": "min pju jl cendana dpn sdn 12 mati udh seminggu. ada foto di hp saya, warga takut lewat"}""");
        var other = await opened.PostAsync("""{"isi": "Lampu jalan di Jl. Kemuning depan SDN 012 padam sudah seminggu, warga takut lewat."}""");
        await opened.House.JudgeAsync(Ct);

        var (one, held, apart) = (await FindAsync(opened, first), await FindAsync(opened, again), await FindAsync(opened, other));
        Assert.That((one.State, held.State, apart.State), Is.EqualTo((ComplaintState.Queued, ComplaintState.Held, ComplaintState.Queued)));
        Assert.That((held.Reasons[0].Code, held.Reasons[0].Detail, held.LinkTo), Is.EqualTo(("same-matter", first, first)));
        var (_, compared) = await new CompareComplaints(opened.House.Ledger, opened.House.Reader).ExecuteAsync(again, first, Budi, Ct);
        Assert.That(compared!.OnlyMine, Has.Some.Contains("foto"));

        Assert.That((await opened.House.LinkComplaint.DuplicateAsync(again, first, Budi, Ct)).Done, Is.True);
        var third = await opened.PostAsync("""{"isi": "Lapor, lampu penerangan jalan di Jalan Cendana depan SDN 12 tidak menyala seminggu."}""");
        await opened.House.JudgeAsync(Ct);
        Assert.That((await FindAsync(opened, third)).LinkTo, Is.EqualTo(first), "never to a duplicate");

        Assert.That((await new HoldComplaint(opened.House.Ledger, opened.House.Move).ExecuteAsync(again, Budi, Ct)).Done, Is.True);
        Assert.That((await FindAsync(opened, again)).State, Is.EqualTo(ComplaintState.Held), "undone");
    }

    private static async Task<ComplaintRow> FindAsync(OpenedHouse opened, string number) => (await opened.House.Ledger.FindAsync(number, Ct))!;
}
