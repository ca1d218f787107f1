using System.Runtime.Versioning;
using System.Text;
using Gateway.Contracts;
using Gateway.Core.Attachments;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Attachments;

/// <summary>What a complaint is sent with: pictures made to fit together, papers as they are, and nothing left out that nobody was told of.</summary>
[SupportedOSPlatform("linux")]
internal sealed class PreparationTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n" + new string('x', 5000));

    private OpenedHouse opened = null!;

    [SetUp]
    public async Task Open() => opened = await OpenedHouse.NewWithAsync(null, "attachments: {total: 600KB}", Registries.Form);

    [TearDown]
    public async Task Close() => await opened.DisposeAsync();

    [Test]
    public async Task PhotosAreMadeToFitTogetherBesideAPaperThatStaysAsItIs()
    {
        var (small, large) = (SomePicture.Photo(300, 200), SomePicture.Photo(2000, 1500));

        var number = await PostAsync("Jalan di depan pasar rusak.", ("foto.jpg", large), ("surat.pdf", Pdf), ("foto2.jpg", small), ("foto3.jpg", large));
        var files = await opened.House.Ledger.SentFilesAsync(number, Ct);

        Assert.That(await StateAsync(number), Is.EqualTo(ComplaintState.Queued));
        Assert.That(files.Select(file => file.Ordinal), Is.EqualTo(new[] { 1, 2, 3, 4 }));
        Assert.That(files.Sum(file => file.Payload!.Length), Is.LessThanOrEqualTo(600_000).And.GreaterThan(300_000));
        Assert.That(files[0].Payload!.Length, Is.GreaterThan(200_000), "What the small one does not need is left to the others.");
        Assert.That(files[1].Hash, Is.EqualTo(files[1].OriginHash));
        Assert.That(files[0].Hash, Is.Not.EqualTo(files[0].OriginHash));
        Assert.That(files[3].OriginHash, Is.EqualTo(files[0].OriginHash), "The same picture twice.");
        Assert.That(await BytesAsync(number, files[1].Payload!), Is.EqualTo(Pdf));
        var originals = await opened.House.Ledger.AttachmentsAsync(number, Ct);
        Assert.That(await BytesAsync(number, originals[0].Payload), Is.EqualTo(large), "The original stays.");
    }

    [TestCase("<html><script>x</script>", "foto.jpg", "file-runs-something", "1: html")]
    [TestCase("MZ\u0090\0", "laporan.pdf", "file-runs-something", "1: exe")]
    [TestCase("BEGIN:VCARD\nFN:Budi\nTEL:+62 811-0000-0001", "Budi.vcf", "contact-card", "1: vcf")]
    [TestCase("OggS\0\u0002", "PTT-20260615-WA0001.opus", "file-type-not-taken", "1: ogg")]
    [TestCase("\0\0\0\u0018ftypisom\0\0\0\0", "VID-20260615-WA0001.mp4", "file-type-not-taken", "1: mp4")]
    [TestCase("PK\u0003\u0004\u0014\0foto/1.jpg", "foto.docx", "file-kind-unsure", "1: zip")]
    [TestCase("\u0001\u0002\u0003", "foto.jpg", "file-kind-unsure", "1: bin")]
    [TestCase("\u00ff\u00d8\u00ff\u00e0rusak", "foto.jpg", "picture-unreadable", "1: jpg")]
    public async Task WhatCannotGoHoldsWithWhatItReallyIs(string bytes, string name, string code, string detail)
    {
        var number = await PostAsync("Jalan di depan pasar rusak.", (name, Encoding.Latin1.GetBytes(bytes)));

        Assert.That((await RowAsync(number)).Reasons, Is.EqualTo(new[] { new Reason(code, detail) }));
        Assert.That((await opened.House.Ledger.SentFilesAsync(number, Ct)).Single().Payload, Is.Null);
    }

    [Test]
    public async Task APaperOverTheLimitHoldsAndThePhotoGoes()
    {
        var number = await PostAsync("Jalan di depan pasar rusak.", ("surat.pdf", [.. Pdf, .. new byte[700_000]]), ("foto.jpg", SomePicture.Photo(200, 200)));

        Assert.That((await RowAsync(number)).Reasons, Is.EqualTo(new[] { new Reason("file-too-large", "1: pdf, 705,009 > 600,000") }));
        Assert.That((await opened.House.Ledger.SentFilesAsync(number, Ct))[1].Payload, Is.Not.Null);
    }

    [Test]
    public async Task ALongTextIsAttachedWholeAsItIsSent()
    {
        var isi = string.Concat(Enumerable.Range(1, 300).Select(i => $"Lampu nomor {i} mati. ")) + "Hubungi saya di 0811-0000-0001.";

        var number = await PostAsync(isi, ("foto.jpg", SomePicture.Photo(100, 100)));
        var text = (await opened.House.Ledger.SentFilesAsync(number, Ct))[^1];
        var pdf = Encoding.Latin1.GetString(await BytesAsync(number, text.Payload!));

        Assert.That(await StateAsync(number), Is.EqualTo(ComplaintState.Queued));
        Assert.That((text.Ordinal, text.MediaType), Is.EqualTo((SentFile.WholeText, "application/pdf")));
        Assert.That(pdf, Does.Contain("nomor 300 mati").And.Contain("[disamarkan]").And.Contain(number).And.Not.Contain("0811"));
    }

    [Test]
    public async Task NothingIsPreparedTwiceUntilTheLimitsChange()
    {
        var number = await PostAsync("Jalan di depan pasar rusak.", ("foto.jpg", SomePicture.Photo(1200, 900)));
        var first = await ReadyAsync(number, total: null);
        var again = await ReadyAsync(number, total: null);
        var narrower = await ReadyAsync(number, total: 100_000);

        Assert.That(again.Files.Single() with { Payload = null }, Is.EqualTo(first.Files.Single() with { Payload = null }));
        Assert.That(narrower.Files.Single().Payload!.Length, Is.LessThanOrEqualTo(100_000));
    }

    [Test]
    public async Task ARefusalIsNewOnlyOnce()
    {
        var number = await PostAsync("Jalan di depan pasar rusak.", ("surat.pdf", Pdf));

        Assert.That((await ReadyAsync(number, total: 1_000)).Unseen.Single().Code, Is.EqualTo("file-too-large"));
        Assert.That((await ReadyAsync(number, total: 1_000)).Unseen, Is.Empty);
    }

    [Test]
    public async Task WhatWasRefusedGoesWhenTheLimitsAreRaised()
    {
        var number = await PostAsync("Jalan di depan pasar rusak.", ("surat.pdf", Pdf));
        await ReadyAsync(number, total: 1_000);

        Assert.That((await ReadyAsync(number, total: 10_000)).Going.Select(file => file.Ordinal), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task AFileThatCannotBeReadAnyMoreHoldsItsComplaintAndNoOther()
    {
        var first = await opened.PostAsync("""{"isi": "Jalan di depan pasar rusak."}""");
        var number = await PostAsync("Jembatan di depan pasar retak.", ("surat.pdf", Pdf));
        await opened.DamageAsync("UPDATE attachments SET inline = x'00' WHERE number = @number", new { number });

        Assert.That((await ReadyAsync(number, total: 1_000)).Unseen.Single(), Is.EqualTo(new Reason("file-unreadable", "1")));
        Assert.That(await StateAsync(first), Is.EqualTo(ComplaintState.Queued));
    }

    [Test]
    public async Task APictureThatTookTheProcessDownTwiceIsNotOpenedAThirdTime()
    {
        var number = await PostAsync("Jalan di depan pasar rusak.", ("foto.jpg", SomePicture.Photo(200, 200)), ("surat.pdf", Pdf));
        var begun = (await opened.House.Ledger.SentFilesAsync(number, Ct))[0] with { Payload = null, Hash = null, Refusal = new Reason("picture-interrupted", "1: jpg"), Place = null };

        await opened.House.Ledger.KeepSentAsync(number, [begun with { Tries = 1 }], Ct);
        var second = await ReadyAsync(number, total: null);
        await opened.House.Ledger.KeepSentAsync(number, [begun with { Tries = 2 }], Ct);
        var third = await ReadyAsync(number, total: null);

        Assert.That((second.Refusals, second.Going), Is.EqualTo((Array.Empty<Reason>(), second.Files)));
        Assert.That(third.Unseen, Is.EqualTo(new[] { new Reason("picture-interrupted", "1: jpg") }), "Nobody has seen it yet.");
        Assert.That(third.Going.Select(file => file.Ordinal), Is.EqualTo(new[] { 2 }));
        Assert.That((await ReadyAsync(number, total: null)).Unseen, Is.Empty);
    }

    [Test]
    public async Task OnlyThePictureThatIsOpenIsMarked()
    {
        var number = await PostAsync("Jalan di depan pasar rusak.", ("foto.jpg", SomePicture.Photo(60, 40)), ("foto2.jpg", SomePicture.Photo(90, 60)));
        await opened.House.Ledger.KeepSentAsync(number, [], Ct);

        var marked = new List<int>();
        await WatchedAsync(number, async () => marked.AddRange((await SentAsync(number)).Where(file => file.Tries > 0).Select(file => file.Ordinal)), isAgain: false);

        Assert.That(marked, Is.EqualTo(new[] { 1, 2 }), "One at a time.");
    }

    [Test]
    public async Task WhatWasNotOpenWhenTheProcessEndedGoesAndTheOtherGetsAnotherChanceFromAnOfficer()
    {
        var number = await PostAsync("Jalan di depan pasar rusak.", ("foto.jpg", SomePicture.Photo(60, 40)), ("foto2.jpg", SomePicture.Photo(90, 60)));
        await opened.House.Ledger.KeepSentAsync(number, [], Ct);
        for (var end = 0; end < 2; end++) await EndWhileTheFirstIsOpenAsync(number);

        var after = await ReadyAsync(number, total: null);
        var edited = await ReadyAsync(number, total: 500_000);
        var again = await WatchedAsync(number, () => Task.CompletedTask, isAgain: true);

        Assert.That(after.Refusals, Is.EqualTo(new[] { new Reason("picture-interrupted", "1: jpg") }));
        Assert.That(after.Going.Select(file => file.Ordinal), Is.EqualTo(new[] { 2 }));
        Assert.That(edited.Refusals, Is.EqualTo(after.Refusals), "Nothing but an officer has it opened again.");
        Assert.That(again.Going.Select(file => file.Ordinal), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task ATitleThatWasMendedIsMendedInTheAttachedTextToo()
    {
        var isi = string.Concat(Enumerable.Range(1, 400).Select(i => $"Lampu nomor {i} mati. "));
        var number = await opened.PostAsync(new Dictionary<string, string> { ["isi"] = isi, ["judul"] = "Lampu di depan rumah Pak Sugeng" });
        Assert.That(await WholeTextAsync(number), Does.Contain("Sugeng"));

        await EditAsync(number, "judul", "Lampu jalan mati");
        await ReadyAsync(number, total: null);
        var mendedTitle = await WholeTextAsync(number);
        await EditAsync(number, "isi", isi + "Juga di Anggrek.");
        await ReadyAsync(number, total: null);

        Assert.That(mendedTitle, Does.Not.Contain("Sugeng").And.Contain("Lampu jalan mati"));
        Assert.That(await WholeTextAsync(number), Does.Contain("Anggrek."));
    }

    [Test]
    public async Task WhereAPhotoWasTakenIsKeptSealed()
    {
        var number = await PostAsync("Jalan di depan pasar rusak.", ("foto.jpg", SomePicture.OfPhone()));
        var (row, file) = (await RowAsync(number), (await opened.House.Ledger.SentFilesAsync(number, Ct)).Single());

        Assert.That(Encoding.UTF8.GetString(opened.House.Vault.Open(row.WrappedKey, file.Place, "place")), Is.EqualTo("-0.5022, 117.1536"));
        Assert.That(opened.House.Reader.Open(row).Lokasi, Is.Null, "It is offered to the officer and never taken by itself.");
    }

    private async Task<Prepared> ReadyAsync(string number, long? total)
    {
        var row = await RowAsync(number);
        var destination = opened.House.Registry.Current.Destination("default")!;
        if (total is { } bytes) destination = destination with { Attachments = destination.Attachments with { Total = bytes } };
        return await opened.House.Preparation.ReadyAsync(row, opened.House.Reader.Masked(row, null), destination, Ct);
    }

    private async Task<Prepared> WatchedAsync(string number, Func<Task> whileOpen, bool isAgain)
    {
        var row = await RowAsync(number);
        var (house, destination) = (opened.House, opened.House.Registry.Current.Destination("default")!);
        var preparation = new Preparation(house.Ledger, house.Payloads, house.Vault, new WatchedPictures(whileOpen));
        var masked = house.Reader.Masked(row, null);
        return isAgain ? await preparation.AgainAsync(row, masked, destination, Ct) : await preparation.ReadyAsync(row, masked, destination, Ct);
    }

    // What is durable at that moment is what the next start finds.
    private async Task EndWhileTheFirstIsOpenAsync(string number)
    {
        IReadOnlyList<SentFile>? durable = null;
        await WatchedAsync(number, async () => durable ??= await SentAsync(number), isAgain: false);
        await opened.House.Ledger.KeepSentAsync(number, durable!, Ct);
    }

    private async Task EditAsync(string number, string field, string words)
    {
        var (house, officer) = (opened.House, new Officer("Rina", null));
        if (await StateAsync(number) != ComplaintState.Held) Assert.That((await new HoldComplaint(house.Ledger, house.Move).ExecuteAsync(number, officer, Ct)).Done);
        var edit = new EditComplaint(house.Ledger, house.Payloads, house.Vault, house.Identifiers, house.Time);
        Assert.That((await edit.ExecuteAsync(number, null, new Dictionary<string, string> { [field] = words }, null, officer, Ct)).Done);
    }

    private async Task<string> WholeTextAsync(string number) =>
        Encoding.Latin1.GetString(await BytesAsync(number, (await SentAsync(number)).Single(file => file.Ordinal == SentFile.WholeText).Payload!));

    private Task<IReadOnlyList<SentFile>> SentAsync(string number) => opened.House.Ledger.SentFilesAsync(number, Ct);

    private Task<string> PostAsync(string isi, params (string Name, byte[] Bytes)[] files) => opened.PostAsync(new Dictionary<string, string> { ["isi"] = isi }, files);

    private async Task<ComplaintRow> RowAsync(string number) => (await opened.House.Ledger.FindAsync(number, Ct))!;

    private async Task<ComplaintState> StateAsync(string number) => (await RowAsync(number)).State;

    private async Task<byte[]> BytesAsync(string number, Gateway.Core.Payloads.StoredPayload payload) =>
        Original.Read(opened.House.Payloads.Open(payload, (await RowAsync(number)).WrappedKey));
}
