using System.Buffers;
using Gateway.Contracts;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Looks over the lines of a mail before a parser makes objects of them: each part and each field of a header costs one, and MimeKit makes a
/// field anew with each of its lines, so that two megabytes of them took 25 seconds.
/// </summary>
internal sealed class MailShape
{
    private const int Kept = 998;
    private const int Telling = 70;
    private const int MostParts = 20_000;
    private const int MostFields = 20_000;

    // About half a second of copying: a field of 370 KB in short lines, or a list of two thousand addresses twenty times.
    private const long MostCopied = 1L << 30;

    // By so many bytes MimeKit makes room for a field.
    private const int Step = 64;

    // A shorter mail has no room for any of it: "--" at the beginning of a line is the smallest part.
    private const int Harmless = MostParts * 3;

    private static readonly SearchValues<byte> Ends = SearchValues.Create("\";( \r\n\\"u8);

    private readonly List<byte[]> boundaries = [];

    private int parts;
    private int fields;
    private long copied;

    private bool isHead = true;
    private bool hasBegun;
    private bool holdsMail;
    private bool isEncoded;
    private bool hasEncoding;
    private bool areMails;
    private bool isAny;
    private long field;

    private MailShape()
    {
    }

    /// <summary>Why the mail is not parsed; null when it may be. Leaves the stream where it was.</summary>
    public static Reason? Fault(Stream seekable)
    {
        var begin = seekable.Position;
        if (seekable.Length - begin <= Harmless) return null;
        var shape = new MailShape();
        shape.Look(seekable);
        seekable.Position = begin;
        return shape.Fault();
    }

    private Reason? Fault() =>
        parts > MostParts ? new Reason("too-many-parts") : fields > MostFields || copied > MostCopied ? new Reason("header-too-long") : null;

    private void Look(Stream seekable)
    {
        var buffer = new byte[1 << 16];
        Span<byte> start = stackalloc byte[Kept];
        var length = 0;
        for (var read = seekable.Read(buffer); read > 0 && Fault() is null; read = seekable.Read(buffer))
        {
            foreach (var next in buffer.AsSpan(0, read))
            {
                if (length < start.Length) start[length] = next is >= (byte)'A' and <= (byte)'Z' ? (byte)(next | 0x20) : next;
                length++;
                if (next != '\n') continue;
                Take(start[..Math.Min(length, start.Length)], length);
                length = 0;
            }
        }
    }

    private void Take(ReadOnlySpan<byte> line, int length)
    {
        if (line.StartsWith("--"u8) && IsBoundary(line[2..]))
        {
            parts++;
            (isHead, hasBegun, holdsMail, isEncoded, hasEncoding, field) = (true, true, areMails, false, false, 0);
        }
        else if (line is [(byte)'\n'] or [(byte)'\r', (byte)'\n'])
        {
            // Below the header of a part that is a mail stands the header of that mail, unless it is encoded, which no parser looks into.
            if (hasBegun) (isHead, holdsMail, isEncoded, hasEncoding, field) = (isHead && holdsMail && !isEncoded, areMails, false, false, 0);
        }
        else if (isHead)
        {
            hasBegun = true;
            Learn(line, length);
            if (line[0] is (byte)' ' or (byte)'\t')
            {
                copied += field * Math.Min(length, Step) / Step;
                field += length;
            }
            else
            {
                fields++;
                field = length;
            }
        }
    }

    private void Learn(ReadOnlySpan<byte> line, int length)
    {
        // What stands behind the kept bytes of a long line may be anything.
        var isCut = length > line.Length;
        holdsMail |= isCut || line.IndexOf("message/"u8) >= 0 || line.IndexOf("rfc822"u8) >= 0;
        if (line.StartsWith("content-transfer-encoding"u8))
        {
            // Of two the parser may take either.
            isEncoded = !isCut && !hasEncoding && (line.IndexOf("base64"u8) >= 0 || line.IndexOf("quoted-printable"u8) >= 0);
            hasEncoding = true;
        }

        // The parts of a digest are mails without saying so.
        areMails |= line.IndexOf("digest"u8) >= 0;
        var at = line.IndexOf("boundary"u8);
        if (at < 0 && !isCut) return;
        var value = at < 0 ? default : line[(at + "boundary"u8.Length)..].Trim(" \t\r\n"u8);
        if (isCut || value is not [(byte)'=', ..] || value[1..].Trim(" \t\""u8) is not { Length: > 0 } named) isAny = true;
        else boundaries.Add(named[..Math.Min(named.Length, Telling)].ToArray());
    }

    // A line of dashes in a letter begins no part. The beginning of a name is enough, and how it ends is not read.
    private bool IsBoundary(ReadOnlySpan<byte> name)
    {
        if (isAny) return true;
        foreach (var known in boundaries)
            if (name.StartsWith(known.AsSpan(0, Plain(known)))) return true;
        return false;
    }

    // Until what may end a name in its field: a quote, a semicolon, a comment.
    private static int Plain(ReadOnlySpan<byte> name) => name.IndexOfAny(Ends) is >= 0 and var end ? end : name.Length;
}
