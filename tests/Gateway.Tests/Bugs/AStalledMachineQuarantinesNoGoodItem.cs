using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gateway.Adapters.Email;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Duplicates;
using Gateway.Core.Gates;
using Gateway.Core.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Adapters.Email;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests.Bugs;

/// <summary>
/// The time of an expression runs on the wall: on a machine that stalled a good mail ended as no readable mail. And a place that could not be
/// searched in time left as nothing but "[disamarkan]".
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class AStalledMachineQuarantinesNoGoodItem
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [TestCase(1, ItemOutcome.Complaint)]
    [TestCase(2, ItemOutcome.Quarantined)]
    public void AMailIsReadOnceMore(int stalls, ItemOutcome outcome)
    {
        var mail = new RawItem { File = "INBOX;UID=1", Content = new StallingContent(Encoding.UTF8.GetBytes(Letters.Mail()), stalls) };

        Assert.That(new EmailAdapter().Translator.Translate(mail, Letters.Channel).Single().Outcome, Is.EqualTo(outcome));
    }

    [Test]
    public void AFileThatAMailCarriesIsNotLost()
    {
        var channel = Letters.Channel with { Settings = new JsonObject { ["carriers"] = new JsonArray(new JsonObject { ["from"] = "budi@warga.example", ["channel"] = "dishub-wa" }) } };
        const string Chat = "Content-Type: text/plain; name=\"Chat WhatsApp dengan Warga.txt\"\r\nContent-Disposition: attachment; filename=\"Chat WhatsApp dengan Warga.txt\"\r\n\r\n15/06/26 19.42 - Siti Contoh: Lampu jalan mati";
        var mail = Encoding.UTF8.GetBytes(Letters.Parts("Content-Type: text/plain\r\n\r\nTerlampir.", Chat));
        var steady = Carriers.Of(channel).In(new RawItem { File = "1.eml", Content = new BytesContent(mail) });

        var carried = Carriers.Of(channel).In(new RawItem { File = "1.eml", Content = new StallingContent(mail, 1) });

        Assert.That((steady.Count, carried.Count), Is.EqualTo((1, 1)));
    }

    [TestCase(1, "1 2 3", null)]
    [TestCase(2, "1", nameof(RegexMatchTimeoutException))]
    public void AFileGoesOnBehindWhatItGave(int stalls, string items, string? failure)
    {
        using var guarded = new Guarded(Translate, NullLogger.Instance);

        Assert.That(string.Join(' ', guarded.Select(translation => translation.Item)), Is.EqualTo(items));
        Assert.That(guarded.Failure, Is.EqualTo(failure));

        IEnumerable<Translation> Translate()
        {
            yield return Item("1");
            if (stalls-- > 0) throw new RegexMatchTimeoutException();
            yield return Item("2");
            yield return Item("3");
        }

        static Translation Item(string item) => new() { Item = item, KeyParts = [item], Outcome = ItemOutcome.Ignored };
    }

    [TestCase(1, "Queued ")]
    [TestCase(2, "Held cannot-be-judged")]
    public async Task AGateLooksOnceMore(int stalls, string standing)
    {
        await using var opened = await OpenedHouse.NewAsync(null, Registries.Form);
        var house = opened.House;
        await house.JudgeAsync(Ct);
        var number = await opened.PostAsync("""{"isi":"Lampu jalan di Jalan Juanda padam sejak Senin."}""");
        var duplicates = new DuplicateSearch(house.Ledger, house.Reader, house.Vault, new DuplicatesOptions { LookBack = TimeSpan.FromDays(60) });
        var gates = new GateKeeper(
            house.Ledger, house.Reader, house.Preparation, house.Registry, house.Identifiers, new GatesOptions(), duplicates, house.Duties, house.Crash, house.Time)
        {
            Gates = [new Gate("stall", Stall)],
        };

        await gates.StepAsync(Ct);

        Assert.That(await StandingAsync(house.Ledger, number), Is.EqualTo(standing));

        IEnumerable<Reason> Stall(GateCase given) => stalls-- > 0 ? throw new RegexMatchTimeoutException() : [];
    }

    [Test]
    public async Task APlaceThatCannotBeMaskedIsHeldAtTheGates()
    {
        await using var house = await ForwardingHouse.OpenAsync("", Registries.Form);
        var number = await PostAsync(house);
        await GiveEndlessPlaceAsync(house, number);

        await house.Opened.House.JudgeAsync(Ct);

        Assert.That(await StandingAsync(house.Ledger, number), Is.EqualTo("Held cannot-be-masked"));
    }

    [Test]
    public async Task APlaceThatCannotBeMaskedIsParkedBeforeItLeaves()
    {
        await using var house = await ForwardingHouse.OpenAsync("", Registries.Form);
        var number = await PostAsync(house);
        await house.Opened.House.JudgeAsync(Ct);
        await GiveEndlessPlaceAsync(house, number);

        await house.Forwarder.ForwardAsync(number, Ct);

        Assert.That(await StandingAsync(house.Ledger, number), Is.EqualTo("Parked cannot-be-masked"));
        Assert.That(house.Simulator.Complaints, Is.Zero);
    }

    private static Task<string> PostAsync(ForwardingHouse house) =>
        house.Opened.PostAsync("""{"isi":"Lampu jalan di Jalan Juanda padam sejak Senin.","nama":"Siti Contoh"}""");

    private static async Task<string> StandingAsync(ILedger ledger, string number)
    {
        var row = (await ledger.FindAsync(number, Ct))!;
        return $"{row.State} {string.Join(',', row.Reasons.Select(reason => reason.Code))}";
    }

    // Intake takes no place of this length.
    private static async Task GiveEndlessPlaceAsync(ForwardingHouse at, string number)
    {
        var (name, place) = Some.Endless();
        var house = at.Opened.House;
        var row = (await house.Ledger.FindAsync(number, Ct))!;
        var reporter = (await house.Ledger.ReporterAsync(row.Reporter!, Ct))!;
        var complaint = house.Vault.Seal(row.WrappedKey, Bytes(house.Reader.Open(row) with { Lokasi = place }), "complaint");
        await at.Opened.DamageAsync("UPDATE complaints SET sealed = @complaint WHERE number = @number", new { complaint, number });
        var person = house.Vault.Seal(reporter.WrappedKey, Bytes(new Reporter(name)), "reporter");
        await at.Opened.DamageAsync("UPDATE reporters SET sealed = @person WHERE id = @id", new { person, id = row.Reporter });
    }

    private static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, ContractJson.Options);

    /// <summary>Bytes over which the reader stalls: not when they are looked at first, but when they are read from the beginning again.</summary>
    private sealed class StallingContent(byte[] bytes, int stalls) : IRawContent
    {
        private int begun;

        public long Length => bytes.Length;

        public Stream Open() => new StallingStream(bytes, () => ++begun is var time && time > 1 && time <= 1 + stalls);
    }

    private sealed class StallingStream(byte[] bytes, Func<bool> stalls) : MemoryStream(bytes, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            Position == 0 && stalls() ? throw new RegexMatchTimeoutException() : base.Read(buffer, offset, count);
    }
}
