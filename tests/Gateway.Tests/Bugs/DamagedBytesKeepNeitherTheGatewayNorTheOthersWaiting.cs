using System.Runtime.Versioning;
using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Bugs;

/// <summary>
/// Recovery at start opens what a dead process left unfinished. Bytes that had gone or were damaged ended it: serve did not start, and
/// the arrivals behind it were never finished.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class DamagedBytesKeepNeitherTheGatewayNorTheOthersWaiting
{
    private const string Sound = "From: siti@warga.example\nSubject: Halte roboh\nMessage-ID: <b@warga.example>\n\nHalte di depan RSUD roboh atapnya.\n";

    private static readonly string Small = Sound.Replace("<b@", "<a@", StringComparison.Ordinal);
    private static readonly string Large = Small + string.Concat(Enumerable.Repeat("Lampu jalan padam di sepanjang Jalan Juanda.\n", 3000));

    private OpenedHouse opened = null!;

    [SetUp]
    public async Task Open() => opened = await OpenedHouse.NewAsync(null, Registries.Mail);

    [TearDown]
    public async Task Close() => await opened.DisposeAsync();

    [TestCase("UPDATE arrivals SET envelope = zeroblob(64) WHERE id = @id", TestName = "ADamagedEnvelope")]
    [TestCase("UPDATE arrivals SET wrapped_key = zeroblob(61) WHERE id = @id", TestName = "ADamagedKey")]
    [TestCase("UPDATE arrivals SET inline = zeroblob(64) WHERE id = @id", TestName = "DamagedBytesInTheLedger")]
    public async Task WhatIsDamagedInTheLedgerIsQuarantinedAndTheOthersAreFinished(string damage)
    {
        var damaged = await LeaveAsync(Small);
        await LeaveAsync(Sound);
        await opened.DamageAsync(damage, new { id = damaged });

        await RecoveredAsync(starts: 1);
    }

    [Test]
    public async Task AnArrivalThatFailsInAnUnforeseenWayLetsTheOthersBeFinished()
    {
        await LeaveAsync(Small, envelope: "null");
        await LeaveAsync(Sound);

        await opened.House.RecoverAsync(intake: true, CancellationToken.None);

        Assert.That(await opened.House.Ledger.ListAsync(new ComplaintQuery(), CancellationToken.None), Has.Count.EqualTo(1), "the sound one");
    }

    [Test]
    public async Task AnAlteredFileIsQuarantinedAndTheOthersAreFinished()
    {
        await LeaveAsync(Large);
        await LeaveAsync(Sound);
        await using (var file = new FileStream(PayloadFile(), FileMode.Open, FileAccess.Write))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[16]);
        }

        await RecoveredAsync(starts: 1);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task AFileThatIsGoneOrCutIsLookedForAgainAndThenQuarantined(bool gone)
    {
        await LeaveAsync(Large);
        await LeaveAsync(Sound);
        if (gone) File.Delete(PayloadFile());
        else File.WriteAllBytes(PayloadFile(), File.ReadAllBytes(PayloadFile())[..^100]);

        await RecoveredAsync(starts: 3);
    }

    /// <summary>Starts as serve does, as often as said; the sound one is finished at the first.</summary>
    private async Task RecoveredAsync(int starts)
    {
        for (var start = 1; start <= starts; start++)
        {
            await opened.CloseAsync();
            await opened.OpenAsync();
            await opened.House.RecoverAsync(intake: true, CancellationToken.None);
            Assert.That(await opened.House.Ledger.ListAsync(new ComplaintQuery(), CancellationToken.None), Has.Count.EqualTo(1), "the sound one");
        }

        var quarantined = await opened.House.Ledger.ItemsAsync(ItemOutcome.Quarantined, null, false, 10, CancellationToken.None);
        Assert.That(quarantined.Select(item => item.Reasons.Single().Code), Is.EqualTo(new[] { "bytes-damaged" }));
        Assert.That(await opened.House.Ledger.UnfinishedArrivalsAsync(opened.House.Node.Id, 10, CancellationToken.None), Is.Empty);
    }

    /// <summary>Leaves an arrival as a process that died before its translation.</summary>
    private async Task<string> LeaveAsync(string mail, string envelope = """{"file":"1.eml","evidence":{}}""")
    {
        var house = opened.House;
        var (id, key) = (house.Identifiers.NewId(), house.Vault.NewKey());
        await house.Ledger.KeepAsync(
            Some.Arrival() with
            {
                Id = id,
                WrappedKey = key,
                Payload = await house.Payloads.KeepAsync(id, new BytesContent(Encoding.UTF8.GetBytes(mail)), key, CancellationToken.None),
                Envelope = house.Vault.Seal(key, Encoding.UTF8.GetBytes(envelope), "arrival"),
            },
            CancellationToken.None);
        return id;
    }

    private string PayloadFile() => Directory.GetFiles(Path.Combine(opened.Data, "payloads")).Single();
}
