using System.Buffers.Binary;
using Gateway.Contracts;
using Gateway.Contracts.Files;
using Gateway.Tests.Adapters.WhatsApp;
using Gateway.Tests.Support;

namespace Gateway.Tests.Contracts.Files;

/// <summary>The framework reads the whole directory of a zip, whatever count stands at its end; nothing may be opened before this was asked.</summary>
internal sealed class ZipDirectoryTests
{
    private const int Files = 20;
    private const int EndLength = 22;

    private static byte[] Zip { get; } =
        ((BytesContent)Export.Zip([.. Enumerable.Range(0, Files).Select(n => ($"xl/{n}.xml", Array.Empty<byte>()))]).Content).Memory.ToArray();

    [TestCase(Files, false)]
    [TestCase(Files - 1, true)]
    public void CountsWhatIsNamed(int most, bool isMore)
    {
        Assert.That(NamesMoreThan(most, Zip), Is.EqualTo(isMore));
        Assert.That(ZipDirectory.NamesMoreThan(new DripContent(Zip, [7, 1, 300]), most), Is.EqualTo(isMore), "unsealed while it is read");
    }

    [Test]
    public void ACountThatLiesIsNotBelieved()
    {
        Assert.That(NamesMoreThan(10, Declaring(1)), Is.True);
        Assert.That(NamesMoreThan(10_000, Declaring(50_000)), Is.True);
    }

    [Test]
    public void ACommentThatEndsLikeAZipHidesNothing()
    {
        byte[] comment = [.. "tanpa isi PK\u0005\u0006"u8];
        byte[] zip = [.. Zip, .. comment];
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(Zip.Length - 2), (ushort)comment.Length);

        Assert.That(NamesMoreThan(10, zip), Is.True);
    }

    [TestCase(1UL, TestName = "ALargeZipIsCountedByItsOwnEnd")]
    [TestCase(60_000UL, TestName = "ALargeZipIsBelievedWhenItDeclaresMore")]
    public void AnEndOfItsOwnIsRead(ulong declared)
    {
        var end = Zip.Length - EndLength;
        var at = BinaryPrimitives.ReadUInt32LittleEndian(Zip.AsSpan(end + 16));
        var large = new byte[56];
        "PK\u0006\u0006"u8.CopyTo(large);
        BinaryPrimitives.WriteUInt64LittleEndian(large.AsSpan(32), declared);
        BinaryPrimitives.WriteUInt64LittleEndian(large.AsSpan(48), at);
        var locator = new byte[20];
        "PK\u0006\u0007"u8.CopyTo(locator);
        BinaryPrimitives.WriteUInt64LittleEndian(locator.AsSpan(8), (ulong)end);
        var last = Zip[end..];
        last.AsSpan(8, 12).Fill(0xFF);

        Assert.That(NamesMoreThan(10, [.. Zip[..end], .. large, .. locator, .. last]), Is.True);
        Assert.That(NamesMoreThan(10, [.. Zip[..end], .. large, .. locator[..8], .. new byte[12], .. last]), Is.False, "it points nowhere");
    }

    [Test]
    public void NamesThatAreLongerThanAnyCountAsMore() =>
        Assert.That(NamesMoreThan(2, ((BytesContent)Export.Zip((new string('a', 3000), []), ("b", [])).Content).Memory.ToArray()), Is.True);

    [Test]
    public void WhatIsNoZipNamesNothing()
    {
        Assert.That(NamesMoreThan(0, []), Is.False);
        Assert.That(NamesMoreThan(0, "PK\u0005\u0006"u8.ToArray()), Is.False);
        Assert.That(NamesMoreThan(0, Zip[..^1]), Is.False);
        Assert.That(NamesMoreThan(0, [.. "PK\u0005\u0006"u8, .. Enumerable.Repeat((byte)0x7F, 18)]), Is.True, "it declares so");
    }

    private static bool NamesMoreThan(int files, byte[] zip) => ZipDirectory.NamesMoreThan(new BytesContent(zip), files);

    private static byte[] Declaring(ushort files)
    {
        var zip = Zip.ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(Zip.Length - EndLength + 10), files);
        return zip;
    }
}
