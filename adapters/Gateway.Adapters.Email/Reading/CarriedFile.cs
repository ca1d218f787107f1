using System.Text;
using System.Text.RegularExpressions;
using Gateway.Contracts;
using Gateway.Contracts.Files;

namespace Gateway.Adapters.Email.Reading;

/// <summary>Recognises an attached WhatsApp export or register: many complaints in one file, of which the mail is only the carrier.</summary>
internal static partial class CarriedFile
{
    public const string Export = "attached-export";
    public const string Register = "attached-register";

    // Headers of some messages or rows; a zip names its files early.
    private const int Looked = 64 * 1024;
    private const int FirstCells = 4 * 1024;
    private const int LargestWorkbook = 32 << 20;

    /// <summary><see cref="Export"/>, <see cref="Register"/>, or null for any other file.</summary>
    public static string? KindOf(Attachment file)
    {
        var bytes = Start(file);
        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            var names = Encoding.Latin1.GetString(bytes);
            if (ExportName().IsMatch(file.Name) || names.Contains("_chat.txt", StringComparison.Ordinal) || ExportEntry().IsMatch(names)) return Export;
            return WorkbookName().IsMatch(file.Name) && (RegisterName().IsMatch(file.Name) || HasColumns(file)) ? Register : null;
        }

        // An old or locked workbook: its channel says how to save it.
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) && WorkbookName().IsMatch(file.Name) && RegisterName().IsMatch(file.Name)) return Register;

        // Photos and films are not read as if they were text.
        if (!file.MediaType.StartsWith("text/", StringComparison.Ordinal) && !TextName().IsMatch(file.Name)) return null;
        var start = Encoding.Latin1.GetString(bytes);
        if (Message().Count(start) >= 3 || (ExportName().IsMatch(file.Name) && Message().IsMatch(start))) return Export;
        return IsRegister(start, file.Name) ? Register : null;
    }

    // Whatever it is called: the words of its first cells are headings, and one of them is for the complaint.
    private static bool HasColumns(Attachment file)
    {
        if (file.Content is null || file.Bytes > LargestWorkbook || ZipDirectory.NamesMoreThan(file.Content, ZipDirectory.Most)) return false;
        try
        {
            using var zip = ZipReading.Open(file.Content);
            if ((zip.GetEntry("xl/sharedStrings.xml") ?? zip.GetEntry("xl/worksheets/sheet1.xml")) is not { } part) return false;
            using var stream = part.Open();
            var bytes = new byte[FirstCells];
            var text = Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
            return Column().Matches(text).Select(match => match.Value.ToLowerInvariant()).Distinct().Count() >= 4 && Matter().IsMatch(text);
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }

    // A title row or two may stand above the header.
    private static bool IsRegister(string start, string name)
    {
        var isTable = name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
        return isTable && start.Split('\n').Take(8).Any(line => line.IndexOfAny([';', ',', '\t', '|']) > 0 && Column().Matches(line).Select(match => match.Value.ToLowerInvariant()).Distinct().Count() >= 3);
    }

    private static ReadOnlySpan<byte> Start(Attachment file)
    {
        if (file.Content is null) return [];
        if (file.Content is BytesContent held) return held.Memory.Span[..Math.Min(Looked, held.Memory.Length)];
        using var stream = file.Content.Open();
        var bytes = new byte[Math.Min(Looked, file.Bytes)];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes.AsSpan(0, length);
    }

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"whatsapp|_chat\.txt$", Words, 2000)]
    private static partial Regex ExportName();

    [GeneratedRegex(@"(?:Chat WhatsApp|WhatsApp Chat)[^\x00-\x1F]{0,120}\.txt", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex ExportEntry();

    [GeneratedRegex(@"\.(?:txt|csv|tsv)$", Words, 2000)]
    private static partial Regex TextName();

    [GeneratedRegex(@"pengaduan|aduan|register|rekap|laporan|keluhan", Words, 2000)]
    private static partial Regex RegisterName();

    [GeneratedRegex(@"\.xls[xmb]?$", Words, 2000)]
    private static partial Regex WorkbookName();

    [GeneratedRegex(@"\b(?:isi|uraian|pengaduan|aduan|laporan|keluhan|permasalahan)\b", Words, 2000)]
    private static partial Regex Matter();

    // The end of a message's header and the separator before its sender; the shapes of the date are the other adapter's.
    [GeneratedRegex(@"^.{0,4}\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\]?,?.{1,3}\d{1,2}[.:]\d{2}[^\n]{0,14}(?: - |\] )", RegexOptions.Multiline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Message();

    [GeneratedRegex(@"\b(?:no|nomor|tanggal|tgl|nama|pelapor|pengadu|alamat|no\.? ?(?:hp|telp|wa)|telepon|nik|isi|uraian|pengaduan|aduan|laporan|keluhan|permasalahan|lokasi|kategori|tindak lanjut|status|ket|keterangan|media)\b", Words, 2000)]
    private static partial Regex Column();
}
