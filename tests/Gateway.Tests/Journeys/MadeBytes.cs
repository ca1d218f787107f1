using System.IO.Compression;
using System.Text;

namespace Gateway.Tests.Journeys;

/// <summary>Files as the world hands them over by mistake or malice: random, cut, empty, of another kind, zips that swell.</summary>
internal static class MadeBytes
{
    /// <summary>Writes them into a folder.</summary>
    public static IReadOnlyList<string> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var chance = new Random(11);
        var made = new Dictionary<string, byte[]>
        {
            ["kosong.txt"] = [],
            ["satu-byte.eml"] = [0x00],
            ["nol.csv"] = new byte[5000],
            ["acak.eml"] = Bytes(20_000),
            ["acak.txt"] = Bytes(20_000),
            ["acak.zip"] = Bytes(20_000),
            ["acak.post"] = Bytes(20_000),
            ["acak.csv"] = Bytes(20_000),
            ["hanya-baris.txt"] = Encoding.ASCII.GetBytes(new string('\n', 3000)),
            ["satu-baris-panjang.txt"] = Encoding.ASCII.GetBytes(new string('x', 300_000)),
            ["utf16.txt"] = Encoding.Unicode.GetBytes("26/10/25 07.05 - Warga Contoh: Lampu jalan mati\n"),
            ["setengah-huruf.txt"] = [.. "26/10/25 07.05 - Warga Contoh: Lampu jalan mati "u8, 0xF0, 0x9F, 0x99],
            ["dalam.post"] = Encoding.ASCII.GetBytes(new string('[', 5000)),
            ["batas.post"] = Encoding.ASCII.GetBytes("Content-Type: multipart/form-data\n\n--x\r\nContent-Disposition: form-data; name=\"isi\"\r\n\r\nputus"),
            ["angka.post"] = Encoding.ASCII.GetBytes("{\"isi\": 1e999999, \"tanggal\": \"99/99/9999\"}"),
            ["persen.post"] = Encoding.ASCII.GetBytes("isi=%ZZ%00%FF&&&===&nama=%"),
            ["kutip.csv"] = Encoding.ASCII.GetBytes("No;Tanggal;Uraian Pengaduan\n1;02/06/2026;\"tanpa akhir\n2;x;y\n"),
            ["hanya-judul.csv"] = Encoding.ASCII.GetBytes("No;Tanggal;Nama Pelapor;Uraian Pengaduan\n"),
            ["bom.zip"] = Zip(("_chat.txt", new byte[30 << 20])),
            ["banyak.zip"] = Zip([.. Enumerable.Range(0, 3000).Select(i => ($"{i}.txt", Array.Empty<byte>()))]),
            ["keluar.zip"] = Zip(("../../_chat.txt", "26/10/25 07.05 - Warga Contoh: Lampu jalan mati\n"u8.ToArray())),
            ["bersarang.zip"] = Zip(("dalam.zip", Zip(("_chat.txt", new byte[1 << 20])))),
            ["dalam.eml"] = Encoding.ASCII.GetBytes(Nested(200)),
            ["kepala-saja.eml"] = Encoding.ASCII.GetBytes("From: warga@warga.example\nSubject: =?utf-8?B?!!!!?=\nContent-Type: multipart/mixed"),
            ["mbox-palsu.mbox"] = Encoding.ASCII.GetBytes("From \nFrom \nFrom x\n\nhalo\n"),
        };
        var zip = Zip(("_chat.txt", "26/10/25 07.05 - Warga Contoh: Lampu jalan mati di Jl. Kartini\n"u8.ToArray()));
        made["terpotong.zip"] = zip[..(zip.Length / 2)];
        foreach (var (name, bytes) in made) File.WriteAllBytes(Path.Combine(folder, name), bytes);
        return [.. made.Keys.Select(name => Path.Combine(folder, name))];

        byte[] Bytes(int length)
        {
            var bytes = new byte[length];
            chance.NextBytes(bytes);
            return bytes;
        }
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var written = new MemoryStream();
        using (var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return written.ToArray();
    }

    private static string Nested(int depth) =>
        "From: warga@warga.example\nSubject: dalam\nMIME-Version: 1.0\n"
        + string.Concat(Enumerable.Range(0, depth).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"))
        + "Content-Type: text/plain\n\nisi\n";
}
