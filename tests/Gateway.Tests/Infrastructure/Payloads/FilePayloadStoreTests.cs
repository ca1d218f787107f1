using System.IO.Compression;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Payloads;
using Gateway.Infrastructure.Identity;
using Gateway.Infrastructure.Payloads;
using Gateway.Tests.Support;

namespace Gateway.Tests.Infrastructure.Payloads;

internal sealed class FilePayloadStoreTests
{
    private const int Chunk = 4096;

    private string _folder = null!;
    private AesVault _vault = null!;
    private byte[] _key = null!;

    [SetUp]
    public void MakeStore()
    {
        _folder = Path.Combine(Directory.CreateTempSubdirectory("gateway-payloads").FullName, "payloads");
        _vault = new AesVault(new byte[32]);
        _key = _vault.NewKey();
    }

    [TearDown]
    public void RemoveStore()
    {
        _vault.Dispose();
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }

    private FilePayloadStore Store(Func<FilePayloadOptions, FilePayloadOptions>? change = null)
    {
        var options = new FilePayloadOptions { Folder = _folder, ChunkLength = Chunk, Reserve = 0 };
        return new FilePayloadStore(change?.Invoke(options) ?? options, _vault);
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static byte[] ReadAll(IRawContent content)
    {
        using var stream = content.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private async Task<(FilePayloadStore Store, StoredPayload Payload, string Path)> KeptAsync(byte[] bytes)
    {
        var store = Store();
        var payload = await store.KeepAsync("arrival-1", new BytesContent(bytes), _key, CancellationToken.None);
        return (store, payload, Path.Combine(_folder, payload.File!));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(StoredPayload.InlineLimit)]
    public async Task SmallOnesLieInTheLedger(int length)
    {
        var store = Store();
        var payload = await store.KeepAsync("arrival-1", new BytesContent(Bytes(length)), _key, CancellationToken.None);

        Assert.That((payload.File, payload.Length), Is.EqualTo(((string?)null, (long)length)));
        Assert.That(ReadAll(store.Open(payload, _key)), Is.EqualTo(Bytes(length)));
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }

    [TestCase(StoredPayload.InlineLimit + 1)]
    [TestCase(20 * Chunk)]
    [TestCase(20 * Chunk + 1)]
    public async Task LargeOnesLieInAFileOfTheOwnerAlone(int length)
    {
        var (store, payload, path) = await KeptAsync(Bytes(length));

        Assert.That((payload.Inline, payload.Length), Is.EqualTo(((byte[]?)null, (long)length)));
        Assert.That(ReadAll(store.Open(payload, _key)), Is.EqualTo(Bytes(length)));
        Assert.That(FileModes.Of(path), Is.EqualTo(FileModes.OwnerOnly));
        Assert.That(Path.GetFileName(path), Does.Match("^[0-9a-f]{64}$"), "the name tells nothing");
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1), "no partial file stays");
    }

    [Test]
    public async Task NothingOfItIsReadableOnDisk()
    {
        var text = string.Concat(Enumerable.Repeat("Nama saya Siti Contoh. ", 4000));
        var (_, _, path) = await KeptAsync(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.That(System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path)), Does.Not.Contain("Siti"));
    }

    [Test]
    public async Task ACutFileIsAnErrorNeverAShorterContent()
    {
        var (store, payload, path) = await KeptAsync(Bytes(20 * Chunk));
        var whole = await File.ReadAllBytesAsync(path);
        var sealedChunk = (whole.Length - PayloadFormat.HeaderLength) / 20;

        // In the middle of a chunk, exactly between two chunks, and within the header.
        foreach (var length in new[] { whole.Length - 1, whole.Length - sealedChunk, PayloadFormat.HeaderLength, 3 })
        {
            await File.WriteAllBytesAsync(path, whole[..length]);
            Assert.That(() => ReadAll(store.Open(payload, _key)), Throws.InstanceOf<IOException>(), $"cut at {length}");
        }
    }

    [Test]
    public async Task AlteredReorderedOrLengthenedFilesAreErrors()
    {
        var (store, payload, path) = await KeptAsync(Bytes(20 * Chunk));
        var whole = await File.ReadAllBytesAsync(path);
        var sealedChunk = (whole.Length - PayloadFormat.HeaderLength) / 20;

        var altered = whole.ToArray();
        altered[^30] ^= 1;
        var reordered = whole.ToArray();
        Array.Copy(whole, PayloadFormat.HeaderLength, reordered, PayloadFormat.HeaderLength + sealedChunk, sealedChunk);
        Array.Copy(whole, PayloadFormat.HeaderLength + sealedChunk, reordered, PayloadFormat.HeaderLength, sealedChunk);
        byte[] lengthened = [.. whole, .. whole[PayloadFormat.HeaderLength..(PayloadFormat.HeaderLength + sealedChunk)]];

        foreach (var damaged in new[] { altered, reordered, lengthened })
        {
            await File.WriteAllBytesAsync(path, damaged);
            Assert.That(() => ReadAll(store.Open(payload, _key)), Throws.InstanceOf<IOException>());
        }
    }

    [TestCase(20 * Chunk)]
    [TestCase(20 * Chunk + 1)]
    public async Task IsReadFromAnyPlace(int length)
    {
        var bytes = Bytes(length);
        var (store, payload, _) = await KeptAsync(bytes);
        await using var stream = store.Open(payload, _key).Open();
        var chance = new Random(1);
        var read = new byte[3 * Chunk];
        foreach (var from in Enumerable.Range(0, 200).Select(_ => chance.Next(length)).Prepend(length - 1).Append(length).Append(length + 9))
        {
            stream.Seek(from, SeekOrigin.Begin);
            var most = chance.Next(read.Length);
            var count = stream.ReadAtLeast(read.AsSpan(0, most), most, throwOnEndOfStream: false);
            Assert.That(read.AsSpan(0, count).SequenceEqual(bytes.AsSpan(Math.Min(from, length), Math.Min(most, Math.Max(0, length - from)))), $"{most} from {from}");
        }
    }

    [Test]
    public async Task AnAlteredPlaceIsAnErrorFromWhereverItIsReached()
    {
        var (store, payload, path) = await KeptAsync(Bytes(20 * Chunk));
        var altered = await File.ReadAllBytesAsync(path);
        altered[altered.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, altered);
        await using var stream = store.Open(payload, _key).Open();
        stream.Seek(-1, SeekOrigin.End);
        Assert.That(stream.ReadByte(), Is.Not.EqualTo(-1));
        stream.Position = 10 * Chunk - 10;

        Assert.That(() => stream.CopyTo(Stream.Null), Throws.InstanceOf<IOException>());
        Assert.That(() => stream.ReadExactly(new byte[2 * Chunk]), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task AZipIsReadWithoutBeingCopiedToMemory()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using (var large = zip.CreateEntry("film.mp4", CompressionLevel.NoCompression).Open()) await large.WriteAsync(Bytes(20_000_000));
            await using var small = zip.CreateEntry("_chat.txt").Open();
            await small.WriteAsync("Lampu padam"u8.ToArray());
        }

        var (store, payload, _) = await KeptAsync(packed.ToArray());
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var read = new ZipArchive(store.Open(payload, _key).Open(), ZipArchiveMode.Read);
        using var text = new StreamReader(read.GetEntry("_chat.txt")!.Open());

        Assert.That(text.ReadToEnd(), Is.EqualTo("Lampu padam"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000_000));
    }

    [Test]
    public async Task AFileUnderTheNameOfAnotherIsAnError()
    {
        var (store, payload, path) = await KeptAsync(Bytes(20 * Chunk));
        var other = await store.KeepAsync("arrival-2", new BytesContent(Bytes(20 * Chunk)), _key, CancellationToken.None);
        File.Copy(Path.Combine(_folder, other.File!), path, overwrite: true);

        Assert.That(() => ReadAll(store.Open(payload, _key)), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task AnotherKeyOpensNothing()
    {
        var (store, payload, _) = await KeptAsync(Bytes(20 * Chunk));
        var small = await store.KeepAsync("arrival-2", new BytesContent(Bytes(10)), _key, CancellationToken.None);

        Assert.That(() => ReadAll(store.Open(payload, _vault.NewKey())), Throws.InstanceOf<IOException>());
        Assert.That(() => ReadAll(store.Open(small, _vault.NewKey())), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task KeepingTheSameIdAgainReplacesTheFile()
    {
        var (store, _, path) = await KeptAsync(Bytes(20 * Chunk));
        var again = await store.KeepAsync("arrival-1", new BytesContent(Bytes(30 * Chunk)), _key, CancellationToken.None);

        Assert.That(Path.Combine(_folder, again.File!), Is.EqualTo(path));
        Assert.That(ReadAll(store.Open(again, _key)), Is.EqualTo(Bytes(30 * Chunk)));
    }

    [Test]
    public void RefusesWhenTheDiskIsDownToItsReserve()
    {
        var store = Store(options => options with { Reserve = long.MaxValue / 2 });

        Assert.That(async () => await store.KeepAsync("arrival-1", new BytesContent(Bytes(10)), _key, CancellationToken.None),
            Throws.InstanceOf<IntakeRefusedException>().With.Message.Contains("reserve"));
    }

    [Test]
    public void AStoppedWriteLeavesNothing()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.That(async () => await Store().KeepAsync("arrival-1", new BytesContent(Bytes(20 * Chunk)), _key, stopped.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }

    [Test]
    public void ASourceThatGrowsOrShrinksIsAnErrorAndLeavesNothing()
    {
        foreach (var told in new[] { 20 * Chunk - 1, 20 * Chunk + 1 })
            Assert.That(async () => await Store().KeepAsync("arrival-1", new ToldContent(told, Bytes(20 * Chunk)), _key, CancellationToken.None),
                Throws.InstanceOf<IOException>());
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }

    [Test]
    public async Task EightyMegabytesPassThroughALittleMemory()
    {
        const int length = 80_000_000;
        var store = Store(options => options with { ChunkLength = 1 << 20 });
        var source = Path.Combine(Path.GetDirectoryName(_folder)!, "video.mp4");
        await using (var file = File.Create(source)) file.SetLength(length);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var payload = await store.KeepAsync("arrival-1", new FileContent(source), _key, CancellationToken.None);
        await using var stream = store.Open(payload, _key).Open();
        var buffer = new byte[1 << 16];
        var read = 0L;
        var most = 0L;
        for (int count; (count = await stream.ReadAsync(buffer)) > 0; read += count)
            if (read % (8 << 20) < buffer.Length) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);

        Assert.That(read, Is.EqualTo(length));
        Assert.That(most, Is.LessThan(16_000_000));
    }

    /// <summary>Content whose length is not what it says.</summary>
    private sealed class ToldContent(long told, byte[] bytes) : IRawContent
    {
        public long Length => told;

        public Stream Open() => new MemoryStream(bytes, writable: false);
    }
}
