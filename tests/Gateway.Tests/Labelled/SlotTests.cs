using System.Globalization;
using System.Text;
using Gateway.Core.Duplicates;

namespace Gateway.Tests.Labelled;

/// <summary>
/// Look-alikes by the ten thousand: letters that are the same but for the trouble, or but for the number, the day or the name. Who sends the
/// second must not wait for the first.
/// </summary>
internal sealed class SlotTests
{
    // A trouble, a place.
    private static readonly CompositeFormat[] Frames =
    [
        CompositeFormat.Parse("min {0} di {1}, sudah 3 hari tolong diperbaiki"),
        CompositeFormat.Parse("Yth. Admin Pengaduan, dengan hormat kami warga menyampaikan bahwa {0} di {1} sejak dua minggu lalu. Kami sudah melapor ke RT tetapi belum ada tanggapan. Atas perhatiannya kami ucapkan terima kasih.\nHormat kami,\nBudi Hartawan"),
        CompositeFormat.Parse("Keluhan warga {1}\nPelapor menyampaikan {0}. Mohon tindak lanjut dinas terkait.\n{1}"),
        CompositeFormat.Parse("{0} {1}"),
        CompositeFormat.Parse("Assalamualaikum pak, di depan rumah saya {1} {0}, anak anak takut lewat dan ibu ibu mengeluh, sudah sebulan begini terus"),
    ];

    private static readonly string[][] Troubles = Rows("duplicates-troubles.tsv");

    [Test]
    public void AnotherTroubleAtOnePlaceIsNotHeld([Range(0, 4)] int frame)
    {
        Told[] told = [.. Troubles.Select(row => Wording.Of(Text(frame, row[1], "jl Sukamaju rt 7")))];
        var pairs = from first in Enumerable.Range(0, told.Length) from second in Enumerable.Range(first + 1, told.Length - first - 1) select (first, second);
        var measured = pairs.Select(pair => (pair, Match: Match.Of(Likeness.Of(told[pair.second], told[pair.first])))).ToList();

        Print($"frame {frame}, another trouble", measured.Select(pair => pair.Match));
        var held = measured.Where(pair => pair.Match is { IsSure: true }).Select(pair => $"{Troubles[pair.pair.first][1]} | {Troubles[pair.pair.second][1]}").ToList();
        Assert.That(held, Has.Count.AtMost(measured.Count / 1000), string.Join('\n', held));
    }

    [Test]
    public void OneTroubleAtAnotherPlaceOrTimeOrOfAnotherPersonIsNotHeld([Range(0, 4)] int frame)
    {
        var measured = (from trouble in Troubles.Where((_, at) => at % 8 == 0)
                        from row in Rows("duplicates-swaps.tsv")
                        select (Row: row, Match: Match.Of(Likeness.Of(Wording.Of(Text(frame, trouble[1], row[1])), Wording.Of(Text(frame, trouble[1], row[0])))))).ToList();

        Print($"frame {frame}, another place, time or person", measured.Select(pair => pair.Match));
        var held = measured.Where(pair => pair.Match is { IsSure: true }).Select(pair => $"{pair.Row[0]} | {pair.Row[1]}").ToList();
        Assert.That(held, Has.Count.AtMost(measured.Count / 50), string.Join('\n', held.Distinct()));
    }

    private static void Print(string what, IEnumerable<Match?> matches)
    {
        var all = matches.ToList();
        TestContext.Out.WriteLine($"{what}: {all.Count} pairs, {all.Count(match => match is { IsSure: true })} held, {all.Count(match => match is { IsSure: false })} linked");
    }

    private static string Text(int frame, string trouble, string place) => string.Format(CultureInfo.InvariantCulture, Frames[frame], trouble, place);

    private static string[][] Rows(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Labelled", file)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
}
