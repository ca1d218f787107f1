using System.Text.Json.Nodes;
using Gateway.Core.Duplicates;
using Gateway.Tests.Support;

namespace Gateway.Tests.Bugs;

/// <summary>
/// A post of 64 KB with thousands of different words was compared word by word with twenty others, which took minutes, while everybody else waited
/// for the gates.
/// </summary>
internal sealed class ALongTextKeepsTheGatesForNoMinutes
{
    private const int MostWords = 700;

    [Test]
    public async Task OnlyItsHeadIsCompared()
    {
        await using var desk = await DeskHouse.OpenAsync();
        var words = Enumerable.Range(0, 9_000).Select(i => string.Concat("bcdfghjk"[i % 8], "aiueo"[i / 8 % 5], "lmnprst"[i / 40 % 7], "aiueo"[i / 280 % 5], "kgbd"[i / 1_400 % 4], "aiueo"[i / 5_600 % 5]));
        var post = new JsonObject { ["isi"] = "Lampu jalan mati di Jalan Kartini RT 5. " + string.Join(' ', words), ["lokasi"] = "Jalan Mawar" };
        var row = await desk.FindAsync(await desk.PostAsync(post.ToJsonString()));

        var search = new DuplicateSearch(desk.House.Ledger, desk.House.Reader, desk.House.Vault, new DuplicatesOptions { LookBack = TimeSpan.FromDays(60) });
        var told = search.Read(row, desk.House.Reader.Open(row)).Told;

        Assert.That(told.Words, Has.Count.InRange(100, MostWords));
        Assert.That(told.Names, Does.Contain("mawar"), "the place stands behind the text");
    }
}
