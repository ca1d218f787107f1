using System.Text;
using Gateway.Contracts.Intake;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Intake;

/// <summary>Looks up which chat messages of a chunk the ledger has, all in one read.</summary>
internal sealed class ChatMemory(ILedger ledger, IVault vault)
{
    /// <summary>One list per translation, one entry per message; empty where the item is whole.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<SeenLine>>> LookAsync(string channel, string? arrival, IReadOnlyList<Translation> translations, CancellationToken ct)
    {
        var marks = new ChatMarks(vault);
        var plain = await PlainAsync(channel, translations, ct);
        var minutes = translations.Select(translation => translation.Chat).OfType<ChatSpan>().SelectMany(span => span.Lines.Concat(span.Kin)).Select(line => line.Minute);
        byte[][] prefixes = [.. minutes.DistinctBy(ChatMarks.Number).Select(ChatMarks.Prefix)];
        var known = prefixes.Length == 0 ? [] : await ledger.MarksUnderAsync(channel, prefixes, ct);
        var alignment = new ChatAlignment(marks, known.Select(ChatMarks.Read).ToLookup(mark => mark.Minute), arrival);
        return [.. translations.Select((translation, i) => translation.Chat is { } span ? alignment.Align(span) : plain[i])];
    }

    private async Task<IReadOnlyList<SeenLine>[]> PlainAsync(string channel, IReadOnlyList<Translation> translations, CancellationToken ct)
    {
        var marks = translations.Select(translation => translation.Chat is null ? translation.Marks.Select(Mark).ToArray() : []).ToArray();
        byte[][] all = [.. marks.SelectMany(mark => mark)];
        var known = new Dictionary<string, KnownItem>();
        foreach (var item in all.Length == 0 ? [] : await ledger.KnownMarksAsync(channel, all, ct)) known[Convert.ToHexString(item.Key)] = item;
        return [.. marks.Select(IReadOnlyList<SeenLine> (list) => [.. list.Select(mark => See(mark, known.GetValueOrDefault(Convert.ToHexString(mark))))])];
    }

    private static SeenLine See(byte[] mark, KnownItem? item) => new(item, item is not null, item is null ? [mark] : []);

    private byte[] Mark(string mark) => vault.Index("mark", Encoding.UTF8.GetBytes(mark));
}
