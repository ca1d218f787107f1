namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// The header lines with which a mail may be read the short way; one with any other goes the long way. A rule that asks for one more
/// needs its name here as asked for, or it would not be seen. Whatever else programs invent (<c>X-...</c>) nobody asks for.
/// </summary>
internal static class PlainFields
{
    private const string Invented = "X-";

    private static readonly Dictionary<string, PlainField> Names = new()
    {
        ["From"] = PlainField.From,
        ["Reply-To"] = PlainField.ReplyTo,
        ["To"] = PlainField.Recipients,
        ["Cc"] = PlainField.Recipients,
        ["Subject"] = PlainField.Subject,
        ["Date"] = PlainField.Date,
        ["Message-ID"] = PlainField.MessageId,
        ["Received"] = PlainField.Received,
        ["In-Reply-To"] = PlainField.InReplyTo,
        ["References"] = PlainField.References,
        ["Return-Path"] = PlainField.Asked,
        ["Auto-Submitted"] = PlainField.Asked,
        ["Precedence"] = PlainField.Asked,
        ["List-Id"] = PlainField.Asked,
        ["List-Unsubscribe"] = PlainField.Asked,
        ["X-Autoreply"] = PlainField.Asked,
        ["X-Autorespond"] = PlainField.Asked,
        ["X-Autoresponder"] = PlainField.Asked,
        ["X-Failed-Recipients"] = PlainField.Asked,
        ["X-Spam-Flag"] = PlainField.Asked,
        ["X-Spam-Status"] = PlainField.Asked,
        ["Content-Type"] = PlainField.ContentType,
        ["Content-Transfer-Encoding"] = PlainField.Encoding,
        ["MIME-Version"] = PlainField.Unasked,
        ["Delivered-To"] = PlainField.Unasked,
        ["User-Agent"] = PlainField.Unasked,
        ["X-Mailer"] = PlainField.Unasked,
        ["X-Priority"] = PlainField.Unasked,
        ["X-Received"] = PlainField.Unasked,
        ["X-Originating-IP"] = PlainField.Unasked,
        ["X-Google-DKIM-Signature"] = PlainField.Unasked,
        ["X-Google-Smtp-Source"] = PlainField.Unasked,
        ["X-Gm-Message-State"] = PlainField.Unasked,
        ["X-Gm-Gg"] = PlainField.Unasked,
        ["X-Forwarded-Encrypted"] = PlainField.Unasked,
        ["DKIM-Signature"] = PlainField.Unasked,
        ["ARC-Seal"] = PlainField.Unasked,
        ["ARC-Message-Signature"] = PlainField.Unasked,
        ["ARC-Authentication-Results"] = PlainField.Unasked,
        ["Authentication-Results"] = PlainField.Unasked,
        ["Received-SPF"] = PlainField.Unasked,
        ["Importance"] = PlainField.Unasked,
        ["Accept-Language"] = PlainField.Unasked,
        ["Thread-Topic"] = PlainField.Unasked,
        ["Thread-Index"] = PlainField.Unasked,
    };

    // By their length and their ends, which tell nearly all of them apart and cost less than to weigh every letter.
    private static readonly ILookup<int, KeyValuePair<string, PlainField>> Grouped = Names.ToLookup(name => Slot(name.Key));
    private static readonly KeyValuePair<string, PlainField>[][] Slots = [.. Enumerable.Range(0, MostSlots).Select(slot => Grouped[slot].ToArray())];

    private const int MostSlots = 1 << 8;

    public static bool TryGet(ReadOnlySpan<char> name, out PlainField field)
    {
        field = PlainField.Unasked;
        if (name.IsEmpty) return false;
        foreach (var known in Slots[Slot(name)])
        {
            field = known.Value;
            if (name.Equals(known.Key, StringComparison.OrdinalIgnoreCase)) return true;
        }

        field = PlainField.Unasked;
        return name.StartsWith(Invented, StringComparison.OrdinalIgnoreCase) && !name.ContainsAnyExcept(PlainAddress.Safe);
    }

    // Bit 5 is all that tells a large letter from a small one.
    private static int Slot(ReadOnlySpan<char> name) => ((name.Length * 7) + ((name[0] | 0x20) * 3) + (name[^1] | 0x20)) & (MostSlots - 1);
}
