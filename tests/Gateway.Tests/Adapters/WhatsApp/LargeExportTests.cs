using System.Text;
using Gateway.Adapters.WhatsApp;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>An export of any size is read in little memory, a file without line ends included.</summary>
[NonParallelizable]
internal sealed class LargeExportTests
{
    private const long Size = 20L << 20;
    private const long Allowed = 12L << 20;

    [Test]
    public void ReadsTwentyMegabytesInLittleMemory()
    {
        var raw = new RawItem { File = "Chat WhatsApp dengan LAPOR.txt", Content = new Generated(Size, "\n") };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0, items = 0, marks = 0;
        foreach (var item in new WhatsAppAdapter().Translator.Translate(raw, Export.Channel()))
        {
            marks += item.Marks.Count;
            if (++items % 10_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.That(most, Is.GreaterThan(0).And.LessThan(Allowed));
        Assert.That(marks, Is.EqualTo(ChatExport.Messages(raw).LongCount()).And.GreaterThan(100_000));
    }

    [Test]
    public void QuarantinesAMessageWithoutEndInLittleMemory()
    {
        var raw = new RawItem { File = "Chat WhatsApp dengan LAPOR.txt", Content = new Generated(Size, "  ") };

        var item = new WhatsAppAdapter().Translator.Translate(raw, Export.Channel()).Single();

        Assert.That((item.Item, Export.Reasons(item)), Is.EqualTo(("1-1", "message-too-long")));
        Assert.That(item.MarkTexts.Single(), Has.Length.LessThan(2 << 20));
    }

    private sealed class Generated(long length, string lineEnd) : IRawContent
    {
        public long Length => length;

        public Stream Open() => new Lines(length, lineEnd);
    }

    /// <summary>Writes its lines while they are read, so that the test itself holds none.</summary>
    private sealed class Lines(long length, string lineEnd) : Stream
    {
        private static readonly DateTime Start = new(2022, 1, 13, 8, 0, 0);

        private byte[] _line = [];
        private int _at;
        private int _number;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_at == _line.Length)
            {
                if (Position >= length) return 0;
                var when = Start.AddMinutes(7L * _number);
                _line = Encoding.UTF8.GetBytes($"{when:dd/MM/yy HH.mm} - +62 811-0000-{_number % 500:0000}: Lampu jalan nomor {_number} mati sejak kemarin malam, mohon diperbaiki{lineEnd}");
                _number++;
                _at = 0;
            }

            var read = Math.Min(buffer.Length, _line.Length - _at);
            _line.AsSpan(_at, read).CopyTo(buffer);
            _at += read;
            Position += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
