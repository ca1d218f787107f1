using Gateway.Contracts;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Looks over the lines of a mail before a parser makes objects of them: each part and each field of a header costs one, and MimeKit makes a
/// field anew with each of its lines, so that two megabytes of them took 25 seconds.
/// </summary>
internal sealed class MailShape
{
    private const int MostParts = 20_000;
    private const int MostFields = 20_000;

    // About half a second of copying: a field of 370 KB in short lines, or a list of two thousand addresses twenty times.
    private const long MostCopied = 1L << 30;

    // By so many bytes MimeKit makes room for a field.
    private const int Step = 64;

    // A shorter mail has no room for any of it: "--" at the beginning of a line is the smallest part.
    private const int Harmless = MostParts * 3;

    private int parts;
    private int fields;
    private long copied;

    private bool isHead = true;
    private bool hasBegun;
    private bool holdsMail;
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
        // Of a line the beginning is enough; that a part is a mail of its own stands early in it.
        Span<byte> start = stackalloc byte[128];
        var length = 0;
        for (var read = seekable.Read(buffer); read > 0 && Fault() is null; read = seekable.Read(buffer))
        {
            foreach (var next in buffer.AsSpan(0, read))
            {
                if (length < start.Length) start[length] = next;
                length++;
                if (next != '\n') continue;
                Take(start[..Math.Min(length, start.Length)], length);
                length = 0;
            }
        }
    }

    private void Take(ReadOnlySpan<byte> line, int length)
    {
        if (line.StartsWith("--"u8))
        {
            parts++;
            (isHead, hasBegun, holdsMail, field) = (true, true, false, 0);
        }
        else if (line is [(byte)'\n'] or [(byte)'\r', (byte)'\n'])
        {
            // Below the header of a part that is a mail stands the header of that mail.
            if (hasBegun) (isHead, holdsMail, field) = (isHead && holdsMail, false, 0);
        }
        else if (isHead)
        {
            hasBegun = true;
            holdsMail |= line.IndexOf("essage/"u8) >= 0;
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
}
