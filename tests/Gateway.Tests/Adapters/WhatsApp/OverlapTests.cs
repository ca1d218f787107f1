using System.Globalization;
using System.Text;
using CsCheck;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>The set of accounted messages depends neither on the order of the exports nor on how they arrive.</summary>
internal sealed class OverlapTests
{
    private static readonly string[] Senders = ["+62 811-0000-0001", "Budi", "Dishub Kaltim"];
    private static readonly string[] Words = ["ya", "Lampu mati di simpang empat", "Halo", "<Media tidak disertakan>", "gimana pak", "Jalan rusak"];

    private static readonly Gen<(int Gap, int Sender, int Words)[]> Chat =
        Gen.Select(Gen.Frequency((4, Gen.Int[0, 3]), (2, Gen.Int[20, 50]), (1, Gen.Int[700, 5000])), Gen.Int[0, 2], Gen.Int[0, 5]).Array[1, 25];

    [Test]
    public void AnyOrderOfOverlappingExportsAccountsForEachMessageOnce() =>
        Gen.Select(Chat, Gen.Select(Gen.Int[0, 24], Gen.Int[1, 25]).Array[1, 5], Gen.Int[1, 7]).Sample((chat, windows, size) =>
        {
            var lines = Lines(chat);
            var covered = new HashSet<int>();
            var accounted = RunAsync(lines, windows, covered, size).GetAwaiter().GetResult();
            Assert.That(accounted, Is.EqualTo(covered.Count));
        }, iter: 300);

    [Test]
    public async Task ExportsLongerThanAChunkOverlapToo()
    {
        await using var house = ChatHouse.InMemory();
        var lines = Lines([.. Enumerable.Range(0, 700).Select(i => (45, i % 3, i % 6))]);

        await house.ImportAsync(string.Concat(lines[..400]));
        await house.ImportAsync(string.Concat(lines[200..]));
        var again = await house.ImportAsync(string.Concat(lines));

        Assert.That(again.Select(item => item.Outcome), Has.All.EqualTo(ItemOutcome.Repeat));
        Assert.That(await house.AccountedAsync(), Is.EqualTo(700));
    }

    [Test]
    public async Task AMinuteWithMoreMessagesThanAnyChatHasIsTakenOnceToo()
    {
        await using var house = ChatHouse.InMemory();
        var text = string.Concat(Enumerable.Range(0, 900).Select(i => $"26/10/25 08.{i % 2:00} - {Senders[i % 3]}: Lampu mati di simpang nomor {i}\n"));

        await house.ImportAsync(text);
        var again = await house.ImportAsync(text);

        Assert.That(again.Select(item => item.Outcome), Has.All.EqualTo(ItemOutcome.Repeat));
        Assert.That(await house.AccountedAsync(), Is.EqualTo(900));
    }

    private static async Task<int> RunAsync(string[] lines, (int From, int Length)[] windows, HashSet<int> covered, int size)
    {
        await using var house = ChatHouse.InMemory("""{"officers": ["Dishub Kaltim"], "dateOrder": "dmy"}""");
        foreach (var (from, length) in windows)
        {
            var first = from % lines.Length;
            var last = Math.Min(lines.Length, first + length);
            for (var i = first; i < last; i++) covered.Add(i);
            var bytes = Encoding.UTF8.GetBytes(string.Concat(lines[first..last]));
            await house.ImportAsync(new RawItem { File = "Chat WhatsApp dengan LAPOR.txt", Content = new Dribble(bytes, size) });
        }

        return await house.AccountedAsync();
    }

    // Equal words of one sender in one minute have a place only by their number: a window that begins between two of them cannot tell
    // which it has, so each message here says its own.
    private static string[] Lines((int Gap, int Sender, int Words)[] chat)
    {
        var at = new DateTime(2026, 1, 13, 8, 0, 0);
        return [.. chat.Select((message, i) =>
        {
            at = at.AddMinutes(message.Gap);
            var words = Words[message.Words] is var said && said[0] == '<' ? said : $"{said} {i.ToString(CultureInfo.InvariantCulture)}";
            var unique = said[0] == '<' ? $"{said}\nfoto {i.ToString(CultureInfo.InvariantCulture)}" : words;
            return string.Create(CultureInfo.InvariantCulture, $"{at:dd/MM/yy HH.mm} - {Senders[message.Sender]}: {unique}\n");
        })];
    }

    /// <summary>Gives its bytes a few at a time, as a slow source does.</summary>
    private sealed class Dribble(byte[] bytes, int size) : IRawContent
    {
        public long Length => bytes.Length;

        public Stream Open() => new Drops(bytes, size);

        private sealed class Drops(byte[] bytes, int size) : MemoryStream(bytes)
        {
            public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(size, buffer.Length)]);

            public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(size, count));
        }
    }
}
