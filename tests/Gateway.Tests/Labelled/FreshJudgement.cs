using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.Versioning;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Server.Composition;
using Gateway.Tests.Support;

namespace Gateway.Tests.Labelled;

/// <summary>What the real intake and the real gates made of one piece of a labelled file: <c>queued</c>, <c>held</c>, or the outcome of the item.</summary>
/// <param name="Item">As the translator names it.</param>
/// <param name="Became">The outcome.</param>
/// <param name="Codes">The reasons, for the reader of a failure.</param>
[SupportedOSPlatform("linux")]
internal sealed record FreshJudgement(string Item, string Became, string Codes)
{
    private static readonly string[] Channels =
    [
        "{key: fresh-email, agency: dishub, kind: email, policy: auto}",
        "{key: fresh-whatsapp, agency: dishub, kind: whatsapp, policy: auto, whatsapp: {officers: [\"Admin Pengaduan\"]}}",
        "{key: fresh-webform, agency: dishub, kind: webform, policy: auto}",
        "{key: fresh-register, agency: dishub, kind: register, policy: auto}",
    ];

    private static readonly ConcurrentDictionary<string, Lazy<Task<ILookup<string, FreshJudgement>>>> Known = new();

    /// <summary>The judgements of all labelled files of a folder, whichever label file names them: one may go on with what is in another.</summary>
    public static Task<ILookup<string, FreshJudgement>> OfAsync(string folder) => Known.GetOrAdd(folder, key => new(() => ImportedAsync(key))).Value;

    /// <summary>How many lines the piece spans.</summary>
    public int Length => Last - First;

    public bool Holds(int line) => First <= line && line <= Last;

    private int First => int.Parse(Item.Split('-')[0], CultureInfo.InvariantCulture);

    private int Last => int.Parse(Item.Split('-')[^1], CultureInfo.InvariantCulture);

    // Every file is a round of its own, through channels of policy auto, so that only the rules hold.
    private static async Task<ILookup<string, FreshJudgement>> ImportedAsync(string folder)
    {
        await using var opened = await OpenedHouse.NewAsync(null, Channels);
        var receipts = new List<(string File, ItemReceipt Item)>();
        foreach (var file in FreshItem.Of(folder, "labels*.tsv").Select(item => item.File).Distinct())
        {
            var kind = file[..file.IndexOf('/', StringComparison.Ordinal)];
            var round = await opened.House.Intake.OpenRoundAsync("fresh-" + kind, "import", CancellationToken.None);
            foreach (var raw in ChannelAdapters.ByKind[kind].Read(Path.Combine(FreshItem.PathOf(folder), file)))
                await opened.House.Intake.AcceptAsync("fresh-" + kind, round, raw, item => receipts.Add((file, item)), CancellationToken.None);
            await opened.House.Intake.CloseRoundAsync(round, CancellationToken.None);
            await opened.House.JudgeAsync(CancellationToken.None);
        }

        var judged = new List<(string File, FreshJudgement Judgement)>();
        foreach (var (file, item) in receipts) judged.Add((file, await OfAsync(opened.House, item)));
        return judged.ToLookup(pair => pair.File, pair => pair.Judgement);
    }

    private static async Task<FreshJudgement> OfAsync(House house, ItemReceipt item)
    {
        var reasons = item.Reasons.Select(reason => reason.Code).ToList();
        if (item.Outcome != ItemOutcome.Complaint) return new(item.Item, item.Outcome.ToString().ToLowerInvariant(), string.Join(' ', reasons));
        var became = "held";
        foreach (var number in item.Numbers)
        {
            var row = (await house.Ledger.FindAsync(number, CancellationToken.None))!;
            reasons.AddRange(row.Reasons.Select(reason => reason.Code));
            if (row.State == ComplaintState.Queued) became = "queued";
        }

        return new(item.Item, became, string.Join(' ', reasons.Distinct()));
    }
}
