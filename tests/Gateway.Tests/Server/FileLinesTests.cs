using System.Runtime.Versioning;
using Gateway.Contracts;
using Gateway.Server.Commands;
using Gateway.Server.Words;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>What an officer sees of files: what came, what goes, and a place only where it may be shown.</summary>
[SupportedOSPlatform("linux")]
internal sealed class FileLinesTests
{
    private const string Place = "-0.5022, 117.1536";

    [TestCase(false, false, null, "lokasi dari foto: " + Place)]
    [TestCase(false, false, "Jalan Pahlawan", "posisi pada foto: " + Place)]
    [TestCase(true, false, null, "foto memuat posisi")]
    [TestCase(true, true, null, "lokasi dari foto: " + Place)]
    public async Task APlaceIsOfferedUnlessItMayTellWhoComplains(bool isAnonymous, bool seesReporter, string? lokasi, string line)
    {
        await using var opened = await OpenedHouse.NewAsync(null, Registries.Form);
        var number = await opened.PostAsync(new Dictionary<string, string> { ["isi"] = "Jalan rusak." }, ("foto.jpg", SomePicture.OfPhone()));
        var row = (await opened.House.Ledger.FindAsync(number, CancellationToken.None))!;
        var contract = opened.House.Reader.Masked(row, null) with { Anonim = isAnonymous, Lokasi = lokasi };
        var sent = await opened.House.Ledger.SentFilesAsync(number, CancellationToken.None);

        var files = FileLines.Of(contract, row, sent, opened.House.Vault, seesReporter);
        var shown = string.Join('\n', files.Lines(WordList.In("id")));

        Assert.That(shown, Does.Contain("-> lampiran-1.jpg  image/jpeg").And.Contain(line));
        Assert.That(shown.Contains(Place, StringComparison.Ordinal), Is.EqualTo(!isAnonymous || seesReporter));
        Assert.That((string?)files.Json(WordList.In("id"))[0]!["place"], Is.EqualTo(isAnonymous && !seesReporter ? null : Place));
    }

    [Test]
    public void WhatWasNotMadeReadySaysSo()
    {
        var lines = new FileLines([new Attachment("lampiran-1.jpg", "image/jpeg", 2048)], [], new Dictionary<int, string>(), false).Lines(WordList.In("en"));

        Assert.That(lines, Is.EqualTo(new[] { "lampiran-1.jpg  image/jpeg  2 KiB", "  -> not made ready yet" }));
    }
}
