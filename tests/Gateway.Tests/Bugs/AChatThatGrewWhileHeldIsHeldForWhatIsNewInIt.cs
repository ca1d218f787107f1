using System.Runtime.Versioning;
using System.Text;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Adapters.WhatsApp;
using Gateway.Tests.Support;

namespace Gateway.Tests.Bugs;

/// <summary>
/// A later export added words to a held complaint, but neither its picture nor what the gates would have said of the new words: released
/// with its batch, an accusation went straight to the accused and the picture stayed behind.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class AChatThatGrewWhileHeldIsHeldForWhatIsNewInIt
{
    private const string Channel = "{key: dishub-wa, agency: dishub, kind: whatsapp, policy: review, whatsapp: {folder: inbox/dishub-wa, officers: [\"Dishub Kaltim\"]}}";

    private const string First = "25/06/26 08.12 - +62 811-0000-0004: Truk parkir sembarangan di Jalan Pahlawan, macet sekali\n";
    private const string Grown = First + "25/06/26 08.15 - +62 811-0000-0004: Ada oknum yang minta setoran ke sopir\n";
    private const string WithPicture = First + "25/06/26 08.14 - +62 811-0000-0004: IMG-0001.jpg (file terlampir)\n";

    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[500]];

    private OpenedHouse opened = null!;
    private string number = "";

    [SetUp]
    public async Task TakeTheFirstExport()
    {
        opened = await OpenedHouse.NewAsync(null, Channel);
        number = (await TakeAsync(Export.Of(First))).Numbers.Single();
        await opened.House.JudgeAsync(CancellationToken.None);
        Assert.That(await ReasonsAsync(), Is.EqualTo(new[] { "review" }));
    }

    [TearDown]
    public async Task Close() => await opened.DisposeAsync();

    [Test]
    public async Task AWordOfAbuseInTheNewTextHoldsIt()
    {
        var receipt = await TakeAsync(Export.Of(Grown));

        Assert.That((receipt.Outcome, receipt.Numbers.Single()), Is.EqualTo((ItemOutcome.FollowUp, number)));
        Assert.That(await ReasonsAsync(), Is.EqualTo(new[] { "berkadar-pengawasan", "review", "group-grew" }));
        Assert.That((await RowAsync()).Isi, Does.EndWith("Ada oknum yang minta setoran ke sopir"));
    }

    [Test]
    public async Task ItsNewPictureBelongsToIt()
    {
        await TakeAsync(Export.Zip(("Chat WhatsApp dengan LAPOR.txt", Encoding.UTF8.GetBytes(WithPicture)), ("IMG-0001.jpg", Photo)));

        var kept = await opened.House.Ledger.AttachmentsAsync(number, CancellationToken.None);
        Assert.That(kept.Select(file => (file.Ordinal, file.MediaType)), Is.EqualTo(new[] { (1, "image/jpeg") }));
        using var bytes = new MemoryStream();
        await using (var stored = opened.House.Payloads.Open(kept[0].Payload, (await RowAsync()).WrappedKey).Open()) await stored.CopyToAsync(bytes);
        Assert.That(bytes.ToArray(), Is.EqualTo(Photo));
        Assert.That(opened.House.Reader.Open(await RowAsync()).Lampiran.Select(file => file.Name), Is.EqualTo(new[] { "IMG-0001.jpg" }));
    }

    [Test]
    public async Task ADoubtAboutTheNewPictureHoldsItToo()
    {
        await TakeAsync(Export.Of(WithPicture));

        Assert.That(await ReasonsAsync(), Does.Contain("attachment-missing").And.Contain("group-grew").And.Contain("review"));
    }

    [Test]
    public async Task WhatCameTooLateIsToldToTheOfficer()
    {
        var row = await RowAsync();
        await opened.House.Ledger.MoveAsync(Some.Move(row, ComplaintState.Queued), CancellationToken.None);

        var receipt = await TakeAsync(Export.Zip(("Chat WhatsApp dengan LAPOR.txt", Encoding.UTF8.GetBytes(WithPicture)), ("IMG-0001.jpg", Photo)));

        Assert.That(receipt.Reasons.Select(reason => reason.Code), Is.EqualTo(new[] { "group-grew", "late-files" }));
        Assert.That(await opened.House.Ledger.AttachmentsAsync(number, CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task TheDecisionOnItsBatchDoesNotReachIt()
    {
        await using var gateway = new GatewayProcess(Registries.With(OpenedHouse.Nowhere, "", Channel));
        const string Other = "25/06/26 09.40 - +62 811-0000-0005: Halte depan RSUD rusak atapnya, kalau hujan penumpang basah\n";
        var imported = await ImportAsync(gateway, First + Other);
        await ImportAsync(gateway, First + "25/06/26 08.15 - +62 811-0000-0004: Sudah tiga hari begini terus\n");

        var released = await gateway.RunAsync("complaints", "release", "--batch", (string)imported.Lines().Single()["batch"]!, "--reason", "sudah dilihat");

        Assert.That(released.ExitCode, Is.Zero, released.Output + released.Error);
        var rows = (await gateway.ComplaintsAsync()).ToDictionary(row => (string)row["judul"]!, row => (string)row["state"]!);
        Assert.That(rows.Single(row => row.Key.StartsWith("Truk", StringComparison.Ordinal)).Value, Is.EqualTo("held"));
        Assert.That(rows.Single(row => row.Key.StartsWith("Halte", StringComparison.Ordinal)).Value, Is.EqualTo("queued"));
    }

    private static async Task<GatewayProcess.Answer> ImportAsync(GatewayProcess gateway, string export)
    {
        var path = Path.Combine(gateway.Data, "Chat WhatsApp dengan LAPOR.txt");
        await File.WriteAllTextAsync(path, export);
        var imported = await gateway.RunAsync("import", "whatsapp", path, "--channel", "dishub-wa", "--json");
        Assert.That(imported.ExitCode, Is.Zero, imported.Output + imported.Error);
        return imported;
    }

    private async Task<ItemReceipt> TakeAsync(RawItem export) =>
        (await opened.House.Intake.AcceptAsync("dishub-wa", null, export, CancellationToken.None)).Items.Single();

    private async Task<ComplaintRow> RowAsync() => (await opened.House.Ledger.FindAsync(number, CancellationToken.None))!;

    private async Task<IEnumerable<string>> ReasonsAsync()
    {
        var row = await RowAsync();
        Assert.That(row.State, Is.EqualTo(ComplaintState.Held));
        return row.Reasons.Select(reason => reason.Code);
    }
}
