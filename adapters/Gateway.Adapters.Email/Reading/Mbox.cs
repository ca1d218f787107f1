using System.Text;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Many mails in one file, each behind a line <c>From sender date</c>. That line must have its whole form and a header below it, or a
/// letter that says "From ..." would be cut in two.
/// </summary>
internal static partial class Mbox
{
    private const int LongestLine = 1_000;

    /// <summary>True when a second mail begins in it, or the first and only one is named by the file's end. Leaves the stream where it was.</summary>
    public static bool Is(Stream seekable)
    {
        var begin = seekable.Position;
        var isMbox = MailLoading.BeginsWithMailboxLine(seekable) && FirstLineIsSeparator(seekable);
        seekable.Position = begin;
        if (!isMbox) return false;
        var count = Mails(seekable).Take(2).Count();
        seekable.Position = begin;
        return count > 1;
    }

    /// <summary>The mails in order, one in memory at a time, with the escaping of <c>From</c> lines undone.</summary>
    public static IEnumerable<byte[]> Mails(Stream stream)
    {
        using var mail = new MemoryStream();
        var lines = new LineReader(stream);
        var isAfterBlank = true;
        byte[]? separator = null;
        while (lines.Read() is { } line)
        {
            if (separator is not null)
            {
                // Only with a header below it did a mail begin.
                if (Header().IsMatch(Start(line)))
                {
                    if (mail.Length > 0) yield return Take(mail);
                }
                else
                {
                    mail.Write(separator);
                }

                separator = null;
            }

            if (isAfterBlank && Separator().IsMatch(Start(line)))
            {
                separator = line;
            }
            else
            {
                mail.Write(IsEscaped(line) ? line.AsSpan(1) : line);
            }

            isAfterBlank = line.AsSpan().IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0;
        }

        if (separator is not null) mail.Write(separator);
        if (mail.Length > 0) yield return Take(mail);
    }

    private static bool FirstLineIsSeparator(Stream stream)
    {
        var lines = new LineReader(stream);
        while (lines.Read() is { } line)
        {
            if (line.AsSpan().IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0) continue;
            return Separator().IsMatch(Start(line));
        }

        return false;
    }

    private static byte[] Take(MemoryStream mail)
    {
        var bytes = mail.ToArray();
        mail.SetLength(0);
        return bytes;
    }

    private static bool IsEscaped(byte[] line)
    {
        var marks = line.AsSpan().IndexOfAnyExcept((byte)'>');
        return marks > 0 && line.AsSpan(marks).StartsWith("From "u8);
    }

    private static string Start(byte[] line) => Encoding.Latin1.GetString(line, 0, Math.Min(line.Length, LongestLine)).TrimEnd('\r', '\n');

    [GeneratedRegex(@"^From \S{1,300} +(?:\w{3},? +)?(?:\w{3} +\d{1,2}|\d{1,2} +\w{3})[ ,]+.{0,20}\d{1,2}:\d{2}(?::\d{2})?.{0,20}$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:[!-9;-~]{1,76}:|>?From )", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Header();
}
