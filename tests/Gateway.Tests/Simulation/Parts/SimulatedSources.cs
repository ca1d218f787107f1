using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Ledger;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>
/// The mailboxes and form senders. Each keeps an item until it is told that the gateway has it, and offers it again until then; a fact
/// that a crash of the gateway does not change.
/// </summary>
internal sealed class SimulatedSources(World world)
{
    public const string Form = "dishub-form";

    public static readonly string[] Channels = [Form, "dishub-email", "kominfo-email", "dishub-register"];

    private static readonly string[] Texts =
    [
        "Lampu jalan di depan SDN 014 Samarinda mati sejak dua minggu lalu.",
        "Sampah di TPS Pasar Segiri tidak diangkut selama lima hari.",
        "Jalan berlubang di simpang Lembuswana membahayakan pengendara.",
    ];

    // Like no other, so that no gate holds them for the others.
    private static readonly string[] OwnTexts =
    [
        "Pipa PDAM di Jalan Antasari bocor sejak Senin dan air menggenangi halaman warga.",
        "Pohon tumbang menutup trotoar di depan Kantor Pos Balikpapan.",
        "Petugas loket Samsat Bontang belum membuka antrean pukul sembilan.",
    ];

    private readonly List<SourceItem> items = [];
    private int arrived;

    public IReadOnlyList<SourceItem> Items => items;

    public bool HasWaiting
    {
        get
        {
            foreach (var item in items)
                if (!item.IsTold) return true;
            return false;
        }
    }

    public SourceItem Find(string name) => items.First(item => Name(item) == name);

    public static string Name(SourceItem item) => $"{item.Channel}/{item.Key}";

    public IReadOnlyList<SourceItem> Waiting(string channel) => [.. items.Where(item => item.Channel == channel && !item.IsTold)];

    public bool Waits(string channel)
    {
        foreach (var item in items)
            if (!item.IsTold && item.Channel == channel) return true;
        return false;
    }

    /// <summary>True for a complaint with the words of a killer in it.</summary>
    public bool IsKiller(ComplaintRow row)
    {
        foreach (var item in items)
            if (item is { IsKiller: true, Mark: { } mark } && row.Isi.Contains(mark, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>After a restore: what the ledger does not have the mailboxes offer again; a form post of that time is lost with the disk.</summary>
    public void OfferAgain(SimulatedLedger ledger)
    {
        foreach (var item in items.FindAll(item => item is { IsTold: true, Receipt: { } receipt } && receipt.Items.Any(part => ledger.Items.All(row => row.Id != part.Id))))
        {
            (item.IsTold, item.Receipt) = (false, null);
            if (item.Channel == "dishub-form") items.Remove(item);
        }
    }

    /// <summary>A plain complaint arrives that goes to the centre by itself, or one for a person to see first.</summary>
    public void ArriveFor(bool review)
    {
        var channel = Channels[(review ? 2 : 0) + world.Choices.Next(2)];
        var text = $"{OwnTexts[arrived % OwnTexts.Length]} (K{++arrived})";
        items.Add(new SourceItem($"K{arrived}", channel, text, "0811-0000-1111", world.Aim.IsAtFiles ? 1 : 0, ItemOutcome.Complaint, false, false, null));
        world.Note($"{channel} has K{arrived}, plain");
    }

    /// <summary>Something new arrives: mostly a complaint, at times one that was there before, an automatic reply or a deadly mail.</summary>
    public void Arrive(Choices choices)
    {
        var channel = Channels[choices.Next(Channels.Length)];
        if (items.Count > 0 && choices.Strikes(10))
        {
            // The same mail in a second, bridged mailbox; nobody bridges into a form.
            var first = choices.Of(items);
            if (channel != Form && !first.IsDeadly && first.Channel != channel && !items.Any(item => item.Channel == channel && item.Key == first.Key))
                items.Add(first with { Channel = channel, IsTold = false, Receipt = null });
            return;
        }

        var key = $"K{++arrived}";
        var files = choices.Strikes(50) || world.Aim.IsAtFiles ? 1 + choices.Next(2) : 0;
        var text = choices.Strikes(15) && files == 0 ? Texts[0] : $"{Texts[items.Count % Texts.Length]} ({key})";
        var phone = choices.Next(3) switch { 1 => "0811-0000-1111", 2 => "0811-0000-2222", _ => null };
        var outcome = choices.Strikes(8) ? ItemOutcome.Ignored : ItemOutcome.Complaint;
        var killer = files > 0 && choices.Strikes(World.KillerPercent);
        var answers = channel.EndsWith("-email", StringComparison.Ordinal) && choices.Strikes(50) ? Answerable(channel, choices) : null;
        // Whoever answers is mostly who wrote.
        if (answers is not null && choices.Strikes(80)) phone = answers.Phone;
        var deadly = choices.Strikes(world.Aim.IsAtDeadly ? 50 : World.DeadlyPercent) && channel != Form;
        items.Add(new SourceItem(key, channel, text, phone, files, outcome, deadly, killer, answers?.Key));
        world.Note($"{channel} has {key}: {outcome}{(deadly ? ", deadly" : "")}{(killer ? ", killer" : "")}{(answers is null ? "" : $", answers {answers.Key}")}");
    }

    private SourceItem? Answerable(string channel, Choices choices)
    {
        List<SourceItem> mails = [.. items.Where(item => item.Channel == channel && item.Phone is not null)];
        return mails.Count == 0 ? null : choices.Of(mails);
    }
}
