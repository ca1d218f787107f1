using System.Text;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.Register;

/// <summary>The workbooks among the golden registers, as they were built. All persons and numbers are invented.</summary>
internal static class GoldenWorkbooks
{
    private const string Heading = "No|Tanggal|Nama Pelapor|No HP|Uraian Pengaduan|Lokasi|Keterangan";
    private const string Merged = "<mergeCells><mergeCell ref=\"A1:G1\"/><mergeCell ref=\"B4:B5\"/></mergeCells>";

    private static readonly byte[] Old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]>
    {
        ["11-buku-bulanan.xlsx"] = Months(),
        ["12-kalender-1904.xlsx"] = new XlsxFile().From1904().Sheet("Buku", [Heading, "=1|=44723@1|Siti Contoh|0811-0000-0301|Lampu jalan padam|Pasar Segiri|"]).Bytes(),
        ["13-rumus-dan-teks-kaya.xlsx"] = Formulas(),
        ["14-tanggal-dibalik-excel.xlsx"] = new XlsxFile().Sheet(
            "Juni", [Heading, "=1|=46118@1|Siti Contoh|0811-0000-0301|Lampu jalan padam||", "=2|=46148@1|Budi Contoh|0811-0000-0302|Jalan berlubang||", "=3|13/06/2026|Ani Contoh|0811-0000-0303|Halte rusak||"]).Bytes(),
        ["15-kepala-dua-baris.xlsx"] = TwoRows(),
        ["16-excel-lama.xls"] = [.. Old, .. new byte[504]],
        ["17-bersandi.xlsx"] = [.. Old, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[96]],
    };

    private static byte[] Months() => new XlsxFile()
        .Sheet(
            "Jan",
            [
                "BUKU REGISTER PENGADUAN TAHUN 2026", "", Heading, "=1|=46027@2|Ahmad Contoh|=81100000301|Lampu penerangan jalan padam|Jl. Juanda, Samarinda|Selesai",
                "=2||Sari Contoh|=81100000302@4|Angkot berhenti di tikungan|sda|Belum selesai", "=3|8 Jan|idem|sda|Terminal gelap setelah magrib|Terminal Sungai Kunjang|", "Jumlah||||=3",
                "|||||Samarinda, 31 Januari 2026", "|||||Kepala Bidang Angkutan", "|||||NIP. 19700101 199001 1 001",
            ],
            Merged)
        .Sheet("Feb", [Heading, "=1|=46060@1|Ahmad Contoh|=81100000301|Lampu penerangan jalan padam lagi|Jl. Juanda, Samarinda|", "=2"])
        .Sheet("Grafik", [])
        .Sheet("Petunjuk", ["Isi satu baris untuk satu laporan"])
        .Sheet("Arsip", [Heading, "=1|=45680@1|Rina Contoh|0811-0000-0303|Trotoar rusak|Balikpapan|"], state: "veryHidden")
        .Bytes();

    private static byte[] Formulas()
    {
        const string Link = "<c r=\"@\" t=\"str\"><f>HYPERLINK(\"http://contoh.example\",\"Jl. Juanda\")</f><v>Jl. Juanda</v></c>";
        const string Rich = "<c r=\"@\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t xml:space=\"preserve\">Jalan </t></r><r><t>berlubang_x000D_\nsejak Maret</t></r></is></c>";
        const string Broken = "<c r=\"@\" t=\"e\"><f>VLOOKUP(1,2,3)</f><v>#N/A</v></c>";
        return new XlsxFile().Sheet(
            "Buku",
            [
                Heading, $"=1|=46185.5@3|Siti Contoh|=8.1100000301E+10|{Rich}|{Link}|", $"=2|=46186@1|Budi Contoh||=HYPERLINK(\"http://contoh.example\",\"klik\")||", $"=3|=46187@1|Ani Contoh||{Broken}||",
                "=4|=46188@1|Rudi Contoh|=6472010101900000|Parkir liar di trotoar||",
            ],
            rowAttributes: row => row == 5 ? "hidden=\"1\"" : "").Bytes();
    }

    private static byte[] TwoRows() => new XlsxFile().Sheet(
        "Buku",
        [
            "No|Tanggal|Pelapor|||Pengaduan||Tindak Lanjut|", "||Nama|Alamat|No HP|Uraian|Lokasi|Hasil|Tanggal", "=1|=2|=3|=4|=5|=6|=7|=8|=9",
            "=1|=46185@1|Siti Contoh|Jl. Contoh No. 3|0811-0000-0301|Lampu jalan padam|Pasar Segiri|sudah diperbaiki|=46190@1",
            "=2|=46186@1|Budi Contoh||0811-0000-0302|Jalan berlubang|Tenggarong|Diteruskan ke bidang|",
        ],
        "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:E1\"/><mergeCell ref=\"F1:G1\"/><mergeCell ref=\"H1:I1\"/></mergeCells>").Bytes();
}
