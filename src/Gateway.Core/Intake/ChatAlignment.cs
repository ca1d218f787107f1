using Gateway.Contracts.Intake;

namespace Gateway.Core.Intake;

/// <summary>
/// Lays the messages of one part over what the ledger has of their minutes. A message is known by its words under its sender, or under
/// the name that sender bore before; in a minute where an earlier message of the sender is missing now, another in its place is that
/// message edited or taken back. Short words alone never make two senders one: two chats may share a channel, and a lost message is
/// the worst that can happen. Pure.
/// </summary>
/// <param name="marks">Makes marks.</param>
/// <param name="known">What the ledger has of each minute.</param>
/// <param name="crowded">Minutes of which it has more than is compared; there only equal words of an equal sender are known.</param>
/// <param name="exact">Those, by their place.</param>
/// <param name="arrival">The export that is being recorded.</param>
internal sealed class ChatAlignment(
    ChatMarks marks, ILookup<uint, ChatMark> known, IReadOnlySet<uint> crowded, IReadOnlyDictionary<string, ChatMark> exact, string? arrival)
{
    // One long line, or two short ones.
    private const int Enough = 2;

    /// <summary>Minute, sender and words in one.</summary>
    public static string Place(ChatMark mark) => Place(mark.Minute, mark.Sender, mark.Words);

    /// <summary>What each message of a part is.</summary>
    /// <param name="span">The part.</param>
    /// <param name="kin">Who said the telling lines of its <see cref="ChatSpan.Kin"/> before.</param>
    public IReadOnlyList<SeenLine> Align(ChatSpan span, IReadOnlyList<SaidBefore> kin)
    {
        var own = marks.Sender(span);
        var chat = marks.Chat(span);
        var said = Hear(span, span.Lines);
        var before = Names(own, kin).Union(Names(own, said)).Union(Names(own, [.. kin.Concat(said).DistinctBy(line => line.Telling)])).ToList();
        string[] senders = [own, .. before];
        // New words of a person go under the name the ledger has, so that the next export finds them whatever name it bears.
        var canonical = before.Count > 0 ? before[0] : own;

        var words = span.Lines.Select(line => marks.Words(line.Body)).ToArray();
        var same = span.Lines.Select((line, i) => Same(line, senders, words[i])).ToArray();
        var taken = same.OfType<ChatMark>().ToHashSet();
        var seen = new SeenLine[span.Lines.Count];
        var told = new HashSet<string>();
        for (var i = 0; i < seen.Length; i++)
        {
            var line = span.Lines[i];
            if (same[i] is { } mark)
            {
                seen[i] = new SeenLine(mark.Item, true, []);
                continue;
            }

            var replaced = Of(line, ChatMarks.Said, senders).FirstOrDefault(gone => !taken.Contains(gone) && IsEarlier(gone) && MayReplace(line, gone, chat, before.Count > 0));
            if (replaced is not null) taken.Add(replaced);
            var isGone = replaced is not null && (line.IsDeleted || span.Sender.Length == 0);
            seen[i] = new SeenLine(replaced?.Item, isGone, isGone ? [] : NewMarks(line, canonical, chat, words[i], senders, told));
        }

        return seen;
    }

    // WhatsApp says of an edited message that it was; where it does not, only the same chat or the same person renamed is trusted.
    private static bool MayReplace(ChatLine line, ChatMark gone, string chat, bool isRenamed) =>
        line.IsEdited || line.IsDeleted || isRenamed || gone.Chat == chat;

    private List<byte[]> NewMarks(ChatLine line, string sender, string chat, string words, string[] senders, HashSet<string> told)
    {
        var news = new List<byte[]> { ChatMarks.Write(line.Minute, ChatMarks.Said, sender, chat, words) };
        if (line.Telling is null || crowded.Contains(ChatMarks.Number(line.Minute))) return news;
        var telling = marks.Words(line.Telling);
        if (told.Add(ChatMarks.Number(line.Minute) + telling) && !Of(line, ChatMarks.Telling, senders).Any(mark => mark.Words == telling))
            news.Add(ChatMarks.Write(line.Minute, ChatMarks.Telling, sender, chat, telling));
        return news;
    }

    /// <summary>Who is known to have said the telling ones of these lines in their minutes; those known of the sender itself are left out.</summary>
    public IReadOnlyList<SaidBefore> Hear(ChatSpan span, IReadOnlyList<ChatLine> lines)
    {
        var own = marks.Sender(span);
        var said = new List<SaidBefore>();
        foreach (var line in lines.Where(line => line.Telling is not null).DistinctBy(line => line.Telling))
        {
            var words = marks.Words(line.Telling!);
            var by = known[ChatMarks.Number(line.Minute)].Where(mark => mark.Kind == ChatMarks.Telling && mark.Words == words && IsEarlier(mark)).Select(mark => mark.Sender).ToList();
            if (!by.Contains(own)) said.Add(new SaidBefore(line.Telling!, by, line.IsShort ? 1 : Enough));
        }

        return said;
    }

    private static IEnumerable<string> Names(string own, IReadOnlyList<SaidBefore> said) =>
        said.SelectMany(line => line.By).Distinct().Where(name => IsOneWith(name, own, said)).OrderByDescending(name => said.Count(line => line.By.Contains(name)));

    // Two people may pass on the same words in one minute; a person renamed has said most of the rest as well.
    private static bool IsOneWith(string name, string own, IReadOnlyList<SaidBefore> said)
    {
        if (ChatMarks.IsNumber(name) && ChatMarks.IsNumber(own)) return false;
        var last = Enumerable.Range(0, said.Count).Last(i => said[i].By.Contains(name));
        var by = said.Where(line => line.By.Contains(name)).ToList();
        return by.Sum(line => line.Weight) >= Enough && by.Count * 2 > last;
    }

    private ChatMark? Same(ChatLine line, string[] senders, string words) =>
        crowded.Contains(ChatMarks.Number(line.Minute))
            ? exact.GetValueOrDefault(Place(ChatMarks.Number(line.Minute), senders[0], words))
            : Of(line, ChatMarks.Said, senders).FirstOrDefault(mark => mark.Words == words);

    private IEnumerable<ChatMark> Of(ChatLine line, byte kind, string[] senders) => crowded.Contains(ChatMarks.Number(line.Minute))
        ? []
        : known[ChatMarks.Number(line.Minute)].Where(mark => mark.Kind == kind && senders.Contains(mark.Sender));

    private static string Place(uint minute, string sender, string words) => $"{minute:x8}{sender}{words}";

    // What this very export has recorded tells nothing of an earlier one.
    private bool IsEarlier(ChatMark mark) => mark.Item.Arrival != arrival;
}
