using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using Gateway.Contracts.Files;

namespace Gateway.Tests.Contracts.Files;

/// <summary>What a file is, is told by its bytes: a name can lie.</summary>
internal sealed class FileKindsTests
{
    [TestCase("%PDF-1.7\n", "pdf", FileFamily.Document)]
    [TestCase("MZ\u0090\0\u0003", "exe", FileFamily.Program)]
    [TestCase("\u007fELF\u0002", "elf", FileFamily.Program)]
    [TestCase("#!/bin/sh\nrm -rf", "sh", FileFamily.Program)]
    [TestCase("\n <!DOCTYPE html><p>Halo", "html", FileFamily.Program)]
    [TestCase("<!-- x --><html>", "html", FileFamily.Program)]
    [TestCase("<?xml version=\"1.0\"?><svg onload=\"x\"/>", "svg", FileFamily.Program)]
    [TestCase("<?php echo 1;", "php", FileFamily.Program)]
    [TestCase("BEGIN:VCARD\nFN:Budi", "vcf", FileFamily.Contact)]
    [TestCase("\u00ef\u00bb\u00bfBEGIN:VCARD\nFN:Budi", "vcf", FileFamily.Contact)]
    [TestCase("Lampu jalan mati < 3 hari", "txt", FileFamily.Text)]
    [TestCase("OggS\0\u0002", "ogg", FileFamily.Sound)]
    [TestCase("\0\0\0\u0018ftypheic\0\0\0\0", "heic", FileFamily.Picture)]
    [TestCase("\0\0\0\u0018ftypM4A \0\0\0\0", "m4a", FileFamily.Sound)]
    [TestCase("\0\0\0\u0018ftypisom\0\0\0\0", "mp4", FileFamily.Film)]
    [TestCase("RIFF\0\0\0\0WEBPVP8 ", "webp", FileFamily.Picture)]
    [TestCase("RIFF\0\0\0\0WAVEfmt ", "wav", FileFamily.Sound)]
    [TestCase("II*\0\u0008\0\0\0", "tiff", FileFamily.Picture)]
    [TestCase("\u0001\u0002\u0003\u0004", "bin", FileFamily.Unknown)]
    [TestCase("", "empty", FileFamily.Unknown)]
    public void AFileIsWhatItsBytesSay(string bytes, string name, FileFamily family)
    {
        var kind = FileKinds.Of(Encoding.Latin1.GetBytes(bytes));

        Assert.That((kind.Name, kind.Family), Is.EqualTo((name, family)));
    }

    [TestCase("[Content_Types].xml word/document.xml", "docx", FileFamily.Document)]
    [TestCase("xl/workbook.xml [Content_Types].xml", "xlsx", FileFamily.Document)]
    [TestCase("[Content_Types].xml ppt\\presentation.xml", "pptx", FileFamily.Document)]
    [TestCase("foto/1.jpg", "zip", FileFamily.Archive)]
    [TestCase("word/document.xml", "zip", FileFamily.Archive)]
    [TestCase("[Content_Types].xml password/daftar.xml", "zip", FileFamily.Archive)]
    [TestCase("[Content_Types].xml data/word/isi.xml", "zip", FileFamily.Archive)]
    [TestCase("word-Content_Types/[Content_Types].xml word/a", "zip", FileFamily.Archive)]
    [TestCase("AndroidManifest.xml", "apk", FileFamily.Program)]
    public void AZipIsToldByWhatLiesInIt(string entries, string name, FileFamily family)
    {
        var kind = FileKinds.Of(Zip(entries.Split(' ')));

        Assert.That((kind.Name, kind.Family), Is.EqualTo((name, family)));
    }

    [TestCase(true, TestName = "ByItsHeadWhenItsLengthsAreKnown")]
    [TestCase(false, TestName = "ByItsHeadWhenItWasWrittenToAPipe")]
    public void ADocumentIsToldByItsHead(bool isSeekable)
    {
        var whole = Zip(isSeekable, "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/media/1.jpg");

        var isWhole = FileKinds.Of(whole);
        var head = FileKinds.Of(whole.AsSpan(0, whole.AsSpan().LastIndexOf("PK\u0003\u0004"u8) + 3));

        Assert.That((isWhole.Name, head.Name), Is.EqualTo(("docx", "docx")));
    }

    [Test]
    public void AZipThatHoldsADocumentIsNone()
    {
        var zip = new MemoryStream();
        using (var outer = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = outer.CreateEntry("surat.docx", CompressionLevel.NoCompression).Open();
            entry.Write(Zip("[Content_Types].xml", "word/document.xml"));
        }

        Assert.That(FileKinds.Of(zip.ToArray()).Name, Is.EqualTo("zip"));
    }

    [Test]
    public void ADamagedZipIsAZip()
    {
        var whole = Zip("[Content_Types].xml", "word/document.xml");
        for (var at = 4; at < whole.Length; at++)
        {
            var bytes = whole.ToArray();
            bytes[at] = 0xFF;
            Assert.That(FileKinds.Of(bytes).Name, Is.EqualTo("zip").Or.EqualTo("docx"));
            Assert.That(FileKinds.Of(whole.AsSpan(0, at)).Name, Is.EqualTo("zip").Or.EqualTo("docx"));
        }
    }

    [Test]
    public void ADocumentWithMacrosIsAProgramWhateverItIsCalled() =>
        Assert.That(FileKinds.Of(Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")).Family, Is.EqualTo(FileFamily.Program));

    [Test]
    public void SettingsMayNameNothingThatRunsOrHides()
    {
        Assert.That(FileKinds.Names, Is.SupersetOf(new[] { "jpg", "png", "pdf", "doc", "docx", "txt", "heic", "webp", "eml" }));
        Assert.That(FileKinds.Names, Is.Not.SupersetOf(new[] { "exe" }).And.Not.SupersetOf(new[] { "vcf" }).And.Not.SupersetOf(new[] { "zip" }));
    }

    private static byte[] Zip(params string[] entries) => Zip(true, entries);

    private static byte[] Zip(bool isSeekable, params string[] entries)
    {
        using var bytes = new MemoryStream();
        using var pipe = PipeWriter.Create(bytes, new StreamPipeWriterOptions(leaveOpen: true)).AsStream();
        using (var zip = new ZipArchive(isSeekable ? bytes : pipe, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
                writer.Write("isi");
            }
        }

        return bytes.ToArray();
    }
}
