using System.Collections.Frozen;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// The header lines with which a mail may be read the short way; one with any other goes the long way. A rule that asks for one more
/// needs its name here as asked for, or it would not be seen.
/// </summary>
internal static class PlainFields
{
    private static readonly FrozenDictionary<string, PlainField>.AlternateLookup<ReadOnlySpan<char>> Names = new Dictionary<string, PlainField>
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
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryGet(ReadOnlySpan<char> name, out PlainField field) => Names.TryGetValue(name, out field);
}
