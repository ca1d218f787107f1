namespace Gateway.Adapters.WebForm.Page;

/// <summary>The words of the page: Bahasa Indonesia, and English for whoever asks.</summary>
internal static class PageWords
{
    private static readonly Dictionary<string, (string Indonesian, string English)> Words = new(StringComparer.Ordinal)
    {
        ["intake"] = ("Pintu masuk ke SP4N-LAPOR!", "Intake into SP4N-LAPOR!"),
        ["title"] = ("Laporan untuk", "Report to"),
        ["purpose"] = (
            "Laporan Anda diteruskan ke SP4N-LAPOR!, sistem pengaduan pelayanan publik nasional. Halaman ini bukan kanal pengaduan baru.",
            "Your report is forwarded to SP4N-LAPOR!, the national system for complaints about public services. This page is no new channel."),
        ["isi"] = ("Isi laporan (wajib)", "Your report (required)"),
        ["isi.hint"] = (
            "Apa yang terjadi, di mana, dan sejak kapan. Jangan tulis NIK atau data pribadi orang lain.",
            "What happened, where, and since when. Do not write identity numbers or other people's personal data."),
        ["isi.missing"] = ("Isi laporan masih kosong. Tuliskan apa yang terjadi.", "The report is empty. Write what happened."),
        ["judul"] = ("Judul", "Title"),
        ["judul.hint"] = ("Boleh dikosongkan.", "May be left empty."),
        ["tanggalKejadian"] = ("Tanggal kejadian", "Day it happened"),
        ["day.unreadable"] = ("Tanggal tidak terbaca. Tulis misalnya 2026-06-12 atau 12/06/2026.", "The day cannot be read. Write for example 2026-06-12 or 12/06/2026."),
        ["day.future"] = ("Tanggal kejadian belum tiba. Periksa tanggalnya.", "That day has not come yet. Check the date."),
        ["lokasi"] = ("Lokasi kejadian", "Where it happened"),
        ["lampiran"] = ("Lampiran", "Files"),
        ["lampiran.hint"] = ("Foto atau dokumen; seluruhnya paling besar {0} MiB.", "Photos or documents; {0} MiB at most in all."),
        ["files.again"] = ("Pilih lagi berkasnya: peramban tidak menyimpannya.", "Choose the files again: the browser does not keep them."),
        ["name"] = ("Nama Anda", "Your name"),
        ["name.hint"] = ("Boleh dikosongkan.", "May be left empty."),
        ["phone"] = ("No. HP / WhatsApp", "Mobile / WhatsApp"),
        ["email"] = ("E-mail", "E-mail"),
        ["anonim"] = ("Anonim: jangan tampilkan nama saya kepada publik.", "Anonymous: do not show my name to the public."),
        ["rahasia"] = ("Rahasia: jangan tampilkan laporan ini kepada publik.", "Secret: do not show this report to the public."),
        ["trap"] = ("Jangan diisi", "Leave this empty"),
        ["send"] = ("Kirim laporan", "Send the report"),
        ["not.sent"] = ("Laporan belum terkirim", "The report was not sent yet"),
        ["back"] = ("Tekan tombol Kembali pada peramban: tulisan Anda masih ada di sana.", "Press Back in the browser: what you wrote is still there."),
        ["notice"] = ("Pelindungan data pribadi Anda (UU 27/2022)", "Protection of your personal data (UU 27/2022)"),
        ["notice.version"] = ("Versi pemberitahuan:", "Version of this notice:"),
        ["notice.changed"] = (
            "Pemberitahuan tentang data pribadi di bawah sudah berubah sejak halaman dibuka. Baca kembali, lalu tekan Kirim sekali lagi.",
            "The notice on personal data below has changed since the page was opened. Read it again, then press Send once more."),
        ["sent"] = ("Laporan Anda diterima", "Your report was received"),
        ["sent.number"] = ("Nomor pelacakan Anda:", "Your tracking number:"),
        ["sent.keep"] = ("Simpan nomor ini. Tanpa nomor ini laporan tidak dapat dilacak.", "Keep this number. Without it the report cannot be traced."),
        ["sent.unnumbered"] = (
            "Laporan Anda disimpan dan menunggu diperiksa petugas sebelum diteruskan.",
            "Your report is kept and waits for an officer before it is forwarded."),
        ["sent.status"] = ("Anda dapat melihat statusnya kapan saja:", "You can see where it stands at any time:"),
        ["sent.track"] = ("lihat status", "see where it stands"),
        ["next"] = ("Apa yang terjadi sekarang", "What happens now"),
        ["next.checked"] = ("Petugas memeriksa kelengkapan laporan bila diperlukan.", "An officer checks the report where needed."),
        ["next.forwarded"] = (
            "Laporan diteruskan ke SP4N-LAPOR! dan ditindaklanjuti oleh instansi yang berwenang.",
            "The report is forwarded to SP4N-LAPOR! and the institution in charge acts on it."),
        ["another"] = ("Tulis laporan lain", "Write another report"),
    };

    /// <exception cref="KeyNotFoundException">No such words.</exception>
    public static string Of(string key, string language) => language == "en" ? Words[key].English : Words[key].Indonesian;

    /// <summary>Null when there are none.</summary>
    public static string? Find(string key, string language) => Words.ContainsKey(key) ? Of(key, language) : null;
}
