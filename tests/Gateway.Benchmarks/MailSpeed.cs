using System.Diagnostics;
using Gateway.Adapters.Email;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using MimeKit;

namespace Gateway.Benchmarks;

/// <summary>
/// Megabytes of mail a second: our translator from the raw bytes to its translation, MimeKit alone (parse and decode), and mailparser in
/// Node.js. By turns in one run, all warm, the best pass of each.
/// </summary>
internal static class MailSpeed
{
    // One pass over mails of some hundred kilobytes is too short to be measured.
    private const int BytesPerPass = 8_000_000;

    public static int Run(int passes)
    {
        using var peers = new NodePeers();
        Measure("plain text", MailCorpus.Plain(), passes, peers);
        Measure("HTML", MailCorpus.Html(), passes, peers);
        return 0;
    }

    private static void Measure(string name, IReadOnlyList<byte[]> written, int passes, NodePeers peers)
    {
        var size = written.Sum(mail => mail.Length);
        IReadOnlyList<byte[]> mails = [.. Enumerable.Repeat(written, Math.Max(1, BytesPerPass / size)).SelectMany(mail => mail)];
        var megabytes = mails.Sum(mail => (double)mail.Length) / 1_000_000;
        var translator = new EmailAdapter().Translator;
        var channel = new Channel { Key = "bench", Agency = "dishub", Kind = "email" };
        double ours = double.MaxValue, mimeKit = double.MaxValue;
        for (var i = 0; i < passes; i++)
        {
            mimeKit = Math.Min(mimeKit, Seconds(mails, Decode));
            ours = Math.Min(ours, Seconds(mails, mail =>
            {
                foreach (var _ in translator.Translate(new RawItem { File = "surat.eml", MediaType = "message/rfc822", Content = new BytesContent(mail) }, channel)) { }
            }));
        }

        var peer = Peer(mails, peers);
        Console.WriteLine(
            $"{name}: {written.Count} mails of {size / written.Count} bytes; translated {megabytes / ours:F1} MB/s, MimeKit {megabytes / mimeKit:F1} MB/s (ratio {mimeKit / ours:F2}), mailparser {megabytes / peer:F1} MB/s (ratio {peer / ours:F1})");
    }

    private static double Peer(IReadOnlyList<byte[]> mails, NodePeers peers)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, mails.Select(mail => Convert.ToBase64String(mail)));
            return peers.Run("mailparser.mjs", file, 3).Passes.Seconds.Min();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static double Seconds(IReadOnlyList<byte[]> mails, Action<byte[]> work)
    {
        var watch = Stopwatch.StartNew();
        foreach (var mail in mails) work(mail);
        return watch.Elapsed.TotalSeconds;
    }

    // What every reader of mail has to do: the tree of parts, each text decoded to letters, each file to bytes.
    private static void Decode(byte[] mail)
    {
        try
        {
            using var message = MimeMessage.Load(new MemoryStream(mail, writable: false), persistent: true);
            foreach (var part in message.BodyParts)
            {
                if (part is TextPart text) _ = text.Text;
                else if (part is MimePart { Content: { } content }) content.DecodeTo(Stream.Null);
            }
        }
        // Some of the mails are no mails; our translator says so as well.
        catch (FormatException)
        {
        }
    }
}
