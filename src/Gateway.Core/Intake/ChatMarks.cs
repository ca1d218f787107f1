using System.Buffers.Binary;
using System.Text;
using Gateway.Contracts.Intake;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Intake;

/// <summary>
/// The marks by which the ledger knows chat messages again: the minute in clear, so that all of a minute lie together and are found in
/// one look, then keyed hashes of sender, chat and words. Without the master key they tell nothing but that somebody wrote then.
/// </summary>
internal sealed class ChatMarks(IVault vault)
{
    public const byte Said = 1;
    public const byte Telling = 2;

    private const int SenderAt = 5;
    private const int WordsAt = 13;
    private const int ChatAt = 28;
    private const int Length = 32;
    private const byte NumberBit = 0x80;
    private const string NoChat = "00000000";

    private static readonly DateTime Origin = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly Dictionary<string, byte[]> _senders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _titles = new(StringComparer.Ordinal);

    /// <summary>What every mark of that minute begins with.</summary>
    public static byte[] Prefix(DateTime? minute)
    {
        var prefix = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(prefix, Number(minute));
        return prefix;
    }

    public static uint Number(DateTime? minute) => minute is { } at && at > Origin ? (uint)Math.Min(uint.MaxValue, (at - Origin).TotalMinutes) : 0;

    public static ChatMark Read(KnownItem known)
    {
        var mark = known.Key;
        return mark.Length != Length
            ? new ChatMark(0, 0, "", "", "", known)
            : new ChatMark(
                BinaryPrimitives.ReadUInt32BigEndian(mark),
                mark[4],
                Convert.ToHexString(mark, SenderAt, WordsAt - SenderAt),
                Convert.ToHexString(mark, ChatAt, Length - ChatAt),
                Convert.ToHexString(mark, WordsAt, ChatAt - WordsAt),
                known);
    }

    /// <summary>What every mark of one message begins with, in whatever chat it was seen.</summary>
    public byte[] Exact(ChatSpan span, ChatLine line) => Write(line.Minute, Said, Sender(span), NoChat, Words(line.Body))[..ChatAt];

    /// <summary>True when the sender of a mark was shown as a number.</summary>
    public static bool IsNumber(string sender) => sender.Length > 0 && sender[0] >= '8';

    public string Sender(ChatSpan span)
    {
        if (_senders.TryGetValue(span.Sender, out var hash)) return Convert.ToHexString(hash);
        hash = vault.Index("chat-sender", Encoding.UTF8.GetBytes(span.Sender))[..(WordsAt - SenderAt)];
        hash[0] = (byte)(span.SenderIsNumber ? hash[0] | NumberBit : hash[0] & ~NumberBit);
        _senders[span.Sender] = hash;
        return Convert.ToHexString(hash);
    }

    public string Chat(ChatSpan span)
    {
        var title = span.Title ?? "";
        if (!_titles.TryGetValue(title, out var hash)) _titles[title] = hash = vault.Index("chat-title", Encoding.UTF8.GetBytes(title))[..(Length - ChatAt)];
        return Convert.ToHexString(hash);
    }

    public string Words(string digest) => Convert.ToHexString(vault.Index("mark", Encoding.UTF8.GetBytes(digest)), 0, ChatAt - WordsAt);

    public static byte[] Write(DateTime? minute, byte kind, string sender, string chat, string words)
    {
        var mark = new byte[Length];
        Prefix(minute).CopyTo(mark, 0);
        mark[4] = kind;
        Convert.FromHexString(sender).CopyTo(mark, SenderAt);
        Convert.FromHexString(chat).CopyTo(mark, ChatAt);
        Convert.FromHexString(words).CopyTo(mark, WordsAt);
        return mark;
    }
}
