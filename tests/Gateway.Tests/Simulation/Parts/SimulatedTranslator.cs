using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>Translates what <see cref="SimulatedSources"/> holds. The raw bytes are the key of the item; a deadly one ends the node.</summary>
internal sealed class SimulatedTranslator(Node node) : IMessageTranslator
{
    public IEnumerable<Translation> Translate(RawItem raw, Channel channel)
    {
        using var reader = new StreamReader(raw.Content.Open(), Encoding.UTF8);
        var item = node.World.Sources.Find(reader.ReadToEnd());
        if (item.IsDeadly)
        {
            node.World.Note($"{item.Key} takes the node down");
            node.World.Crash(node);
            throw new SimulatedCrashException();
        }

        var complaint = new Complaint
        {
            Isi = item.Text,
            Source = new Provenance(raw.File, "1"),
            Lampiran = [.. Enumerable.Range(1, item.Files).Select(Attachment)],
        };
        yield return new Translation
        {
            Item = "1",
            KeyParts = ["simulated", item.Key],
            Outcome = item.Outcome,
            Reasons = item.Outcome == ItemOutcome.Complaint ? [] : [new Reason("auto-reply")],
            Complaints = item.Outcome == ItemOutcome.Complaint ? [complaint] : [],
            Reporter = item.Phone is null ? null : new Reporter(Phone: item.Phone, Email: $"warga-{item.Phone[^4..]}@contoh.id"),
            ThreadId = IsMail(item) ? item.Key : null,
            ThreadOf = IsMail(item) && item.Answers is { } answered ? [answered] : [],
            Content = item.Outcome == ItemOutcome.Complaint ? ContentDigest.Of([complaint]) : null,
        };
    }

    private static bool IsMail(SourceItem item) => item.Channel.EndsWith("-email", StringComparison.Ordinal);

    private static Attachment Attachment(int ordinal) =>
        new($"foto-{ordinal}.jpg", "image/jpeg", 4) { Content = new BytesContent(new byte[] { 0xFF, 0xD8, 0xFF, (byte)ordinal }) };
}
