using System.Runtime.Versioning;
using Gateway.Contracts.Intake;
using Gateway.Core.Duplicates;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Gates;

/// <summary>Of several that tell the same exactly one goes, in whatever order they are judged, and no link leads on in the ledger.</summary>
[SupportedOSPlatform("linux")]
internal sealed class JudgingOrderTests
{
    private const int Copies = 5;

    private static readonly string[] Channels = [.. Enumerable.Range(1, Copies).Select(i => $"{{key: form-{i}, agency: dishub, kind: webform, policy: auto}}")];

    private static CancellationToken Ct => CancellationToken.None;

    [TestCase(true)]
    [TestCase(false)]
    public async Task WhatTellsTheSameAsOneWithFilesIsJudgedInLedgerOrder(bool filesFirst)
    {
        await using var opened = await OpenedHouse.NewAsync(null, Registries.Form);
        const string Long = "Lampu jalan di Jl. Cendana depan SDN 012 padam sudah seminggu, warga takut lewat.";
        const string Short = "min pju jl cendana dpn sdn 12 mati udh seminggu, warga takut lewat";
        // What waits for its pictures holds nobody up who tells something else.
        await TakeAsync(opened, "dishub-form", null, "Jembatan di depan pasar Segiri retak dan berlubang.", withFile: true);
        var numbers = new[] { await TakeAsync(opened, "dishub-form", null, Long, filesFirst), await TakeAsync(opened, "dishub-form", null, Short, !filesFirst) };
        await opened.House.JudgeAsync(Ct);

        var (first, second) = (await FindAsync(opened, numbers[0]), await FindAsync(opened, numbers[1]));
        Assert.That((first.State, second.State), Is.EqualTo((ComplaintState.Queued, ComplaintState.Held)));
        Assert.That((first.LinkTo, second.LinkTo), Is.EqualTo(((string?)null, first.Number)));
    }

    // Without a look-back only the same words are found.
    [TestCase(true, true)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task InAnyOrderOfJudgementExactlyOneGoesAndNoLinkLeadsOn(bool sameWords, bool compares)
    {
        await using var opened = await OpenedHouse.NewAsync(null, Channels);
        opened.House.Settings.Duplicates.LookBack = compares ? TimeSpan.FromDays(60) : TimeSpan.Zero;
        foreach (var seed in Enumerable.Range(0, 12))
        {
            var chance = new Random(seed);
            var told = Retold(seed);
            // An open round keeps its complaints from the gates, so the order in which rounds end is the order of judgement.
            var copies = new List<(string Round, string Number)>();
            for (var i = 0; i < Copies; i++)
            {
                var channel = $"form-{i + 1}";
                var round = await opened.House.Intake.OpenRoundAsync(channel, "import", Ct);
                copies.Add((round, await TakeAsync(opened, channel, round, told[sameWords ? 0 : i % told.Length], withFile: compares && chance.Next(3) == 0)));
            }

            var order = copies.ToArray();
            chance.Shuffle(order);
            foreach (var some in order.Chunk(chance.Next(1, 3)))
            {
                foreach (var (round, _) in some) await opened.House.Intake.CloseRoundAsync(round, Ct);
                await opened.House.JudgeAsync(Ct);
            }

            await CheckAsync(opened, [.. copies.Select(copy => copy.Number)], $"seed {seed}");
        }
    }

    [Test]
    public async Task WithoutALookBackOnlyTheSameWordsAreTheSame()
    {
        await using var opened = await OpenedHouse.NewAsync(null, Channels);
        opened.House.Settings.Duplicates.LookBack = TimeSpan.Zero;
        var told = Retold(0);
        // Seen at one moment, as a clock that stands still tells it: nothing is earlier than another.
        var numbers = new List<string>();
        foreach (var (channel, isi) in new[] { ("form-1", told[0]), ("form-2", told[1]), ("form-3", told[0]) }) numbers.Add(await TakeAsync(opened, channel, null, isi, false));
        foreach (var number in numbers) await opened.DamageAsync("UPDATE complaints SET seen = (SELECT max(seen) FROM complaints) WHERE number = @number", new { number });
        await opened.House.JudgeAsync(Ct);

        var rows = await Task.WhenAll(numbers.Select(number => FindAsync(opened, number)));
        Assert.That(rows.Select(row => (row.State, row.LinkTo)), Is.EqualTo(new[] { (ComplaintState.Queued, (string?)null), (ComplaintState.Queued, null), (ComplaintState.Held, rows[0].Number) }));
    }

    private static async Task CheckAsync(OpenedHouse opened, IReadOnlyList<string> numbers, string run)
    {
        var rows = (await Task.WhenAll(numbers.Select(number => FindAsync(opened, number)))).ToDictionary(row => row.Number);
        var told = run + ": " + string.Join("; ", rows.Values.Select(row => $"{row.Position} {row.State} {string.Join(", ", row.Reasons)} -> {row.LinkTo}"));
        Assert.That(rows.Values.Count(row => row.State == ComplaintState.Queued), Is.EqualTo(1), told);
        Assert.That(rows.Values.Count(row => row.State == ComplaintState.Held), Is.EqualTo(rows.Count - 1), told);
        foreach (var row in rows.Values.Where(row => row.LinkTo is not null))
        {
            var first = rows[row.LinkTo!];
            Assert.That(first.Position, Is.LessThan(row.Position), told);
            Assert.That(HeldAsSame.Is(first), Is.False, "what is held as the same stands for nobody: " + told);
        }
    }

    // Each pair of these is sure to be one matter; another seed is another place.
    private static string[] Retold(int seed)
    {
        var (street, school) = ("Ce" + (char)('b' + seed) + "ana" + (char)('b' + seed) + "o", 20 + seed);
        return
        [
            $"Lampu jalan di Jl. {street} depan SDN 0{school} padam sudah seminggu, warga takut lewat.",
            $"min pju jl {street} dpn sdn {school} mati udh seminggu, warga takut lewat",
            $"Lapor, lampu penerangan jalan di Jalan {street} depan SDN {school} padam seminggu, warga takut lewat",
        ];
    }

    private static async Task<string> TakeAsync(OpenedHouse opened, string channel, string? round, string isi, bool withFile)
    {
        (string, byte[])[] files = withFile ? [("foto.jpg", SomePicture.Photo(60, 40))] : [];
        var receipt = await opened.House.Intake.AcceptAsync(channel, round, await FormPost.OfAsync(new Dictionary<string, string> { ["isi"] = isi }, files), Ct);
        return receipt.Items.Single().Numbers.Single();
    }

    private static async Task<ComplaintRow> FindAsync(OpenedHouse opened, string number) => (await opened.House.Ledger.FindAsync(number, Ct))!;
}
