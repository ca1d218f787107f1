using System.Buffers;
using System.Text;
using System.Text.Unicode;
using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// The header of a plain mail, read line by line. Only printable ASCII without encoded words, only names that are listed (<see cref="PlainFields"/>),
/// each that is asked for once, on one line and in its usual form. Whatever else stands in it makes it none of these; only what its text is
/// like may be anything.
/// </summary>
internal sealed class PlainHead
{
    private static readonly SearchValues<char> Printable = SearchValues.Create([.. Enumerable.Range(0x20, 0x5F).Select(letter => (char)letter), '\t', '\n']);

    private Correspondent? from;
    private Correspondent? replyTo;
    private string? subject;
    private string? date;
    private string? messageId;
    private string? received;
    private string? inReplyTo;
    private List<string?>? references;
    private Dictionary<string, string>? asked;
    private PlainType? type;
    private bool isOddlyEncoded;
    private int seen;

    private PlainHead()
    {
    }

    /// <summary>How the text below is to be read. Null when it is no plain text, or not certainly.</summary>
    public PlainType? Type => isOddlyEncoded ? null : type;

    /// <summary>By what the text below was made fit for the road.</summary>
    public ContentEncoding Encoding { get; private set; }

    /// <summary>Null when it is none of these.</summary>
    /// <param name="head">All bytes above the empty line.</param>
    public static PlainHead? Read(ReadOnlySpan<byte> head)
    {
        var isAscii = Ascii.IsValid(head);
        if (!isAscii && !Utf8.IsValid(head)) return null;
        var letters = ArrayPool<char>.Shared.Rent(head.Length);
        var written = WithoutReturns(letters.AsSpan(0, (isAscii ? System.Text.Encoding.ASCII : System.Text.Encoding.UTF8).GetChars(head, letters)));
        var read = new PlainHead();
        var isPlain = (isAscii ? !written.ContainsAnyExcept(Printable) : IsForeignInSubject(written)) && read.TakeAll(written);
        ArrayPool<char>.Shared.Return(letters);
        return isPlain ? read : null;
    }

    // Letters of other scripts as they are: programs that know no encoded words write them, and only into the subject.
    private static bool IsForeignInSubject(ReadOnlySpan<char> written)
    {
        foreach (var range in written.Split('\n'))
        {
            var line = written[range];
            if (line.ContainsAnyExcept(Printable) && (!line.StartsWith("Subject: ") || line.ContainsAnyInRange('\0', '\x1F') || line.ContainsAnyInRange('\x7F', '\xA0'))) return false;
        }

        return true;
    }

    // Of the ends of lines only, one or several; any other makes it none of these.
    private static Span<char> WithoutReturns(Span<char> written)
    {
        var at = written.IndexOf('\r');
        if (at < 0) return written;
        var kept = at;
        for (; at < written.Length; at++)
        {
            var behind = at;
            while (behind < written.Length && written[behind] == '\r') behind++;
            if (behind < written.Length && written[behind] == '\n') at = behind;
            written[kept++] = written[at];
        }

        return written[..kept];
    }

    public MailHead ToHead() => new()
    {
        From = from,
        ReplyTo = replyTo,
        Subject = subject,
        MessageId = messageId,
        WrittenId = messageId,
        Date = date,
        Written = MailDate.Of(date, received),
        IsAnswer = Has(PlainField.InReplyTo) || Has(PlainField.References),
        Answers = Has(PlainField.InReplyTo) || Has(PlainField.References) ? [inReplyTo, .. references ?? []] : [],
        Others = asked is null ? null : name => asked.GetValueOrDefault(name),
    };

    private bool Has(PlainField field) => (seen & (1 << (int)field)) != 0;

    private bool TakeAll(ReadOnlySpan<char> rest)
    {
        while (rest.Length > 0)
        {
            var end = EndOfField(rest);
            var colon = rest.IndexOf(':');
            if (end <= colon || colon < 0 || !PlainFields.TryGet(rest[..colon], out var field)) return false;
            if (!Take(field, rest[..colon], rest[(colon + 1)..end].Trim(" \t\n"))) return false;
            rest = rest[end..];
        }

        return true;
    }

    // It goes on in lines that begin with a space; -1 when one of them is nothing but that.
    private static int EndOfField(ReadOnlySpan<char> rest)
    {
        var end = 0;
        do
        {
            var length = rest[end..].IndexOf('\n');
            if (length < 0 || rest.Slice(end, length).IsWhiteSpace()) return -1;
            end += length + 1;
        }
        while (end < rest.Length && rest[end] is ' ' or '\t');

        return end;
    }

    private bool Take(PlainField field, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        switch (field)
        {
            case PlainField.Unasked:
                return true;
            case PlainField.Recipients:
                // Behind a plus stands a token of the gateway's own.
                return !value.Contains('+');
            case PlainField.Received:
                received ??= value.ToString().Replace('\n', ' ');
                return IsUnencoded(received);
            case PlainField.Asked:
                asked ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                asked.TryAdd(name.ToString(), value.ToString());
                return IsUnencoded(value) && IsOneLine(value);
        }

        if (Has(field) || (field is not (PlainField.References or PlainField.ContentType) && !IsOneLine(value))) return false;
        seen |= 1 << (int)field;
        return TakeOnce(field, value);
    }

    private static bool IsOneLine(ReadOnlySpan<char> value) => value.IndexOfAny('\n', '\t') < 0;

    private static bool IsUnencoded(ReadOnlySpan<char> value) => value.IndexOf("=?") < 0;

    private bool TakeReferences(ReadOnlySpan<char> value)
    {
        references = [];
        foreach (var range in value.SplitAny(' ', '\t', '\n'))
        {
            if (value[range].IsEmpty) continue;
            if (PlainAddress.Id(value[range]) is not { } id) return false;
            references.Add(id);
        }

        references.Reverse();
        return true;
    }

    private bool TakeOnce(PlainField field, ReadOnlySpan<char> value) => field switch
    {
        PlainField.From => (from = PlainAddress.Parse(value)) is not null,
        PlainField.ReplyTo => (replyTo = PlainAddress.Parse(value)) is not null,
        PlainField.MessageId => value is "<>" || (messageId = PlainAddress.Id(value)) is not null,
        PlainField.InReplyTo => (inReplyTo = PlainAddress.Id(value)) is not null,
        PlainField.References => TakeReferences(value),
        PlainField.Subject => (subject = IsUnencoded(value) ? value.ToString() : MailLoading.Unencoded(value)) is not null,
        PlainField.Date => IsUnencoded(date = value.ToString()),
        PlainField.ContentType => TakeType(value),
        _ => TakeEncoding(value),
    };

    private bool TakeType(ReadOnlySpan<char> value)
    {
        type = IsOneLine(value) ? PlainType.Parse(value) : null;
        return true;
    }

    private bool TakeEncoding(ReadOnlySpan<char> value)
    {
        if (value.Equals("base64", StringComparison.OrdinalIgnoreCase)) Encoding = ContentEncoding.Base64;
        else if (value.Equals("quoted-printable", StringComparison.OrdinalIgnoreCase)) Encoding = ContentEncoding.QuotedPrintable;
        else isOddlyEncoded = !value.Equals("7bit", StringComparison.OrdinalIgnoreCase) && !value.Equals("8bit", StringComparison.OrdinalIgnoreCase);
        return true;
    }
}
