namespace Gateway.Adapters.WebForm.Door;

/// <summary>Status and words of each refusal, for the citizen or the site that posts: what happened and what to do.</summary>
internal static class IntakeWords
{
    public static (int Status, (string Title, string Detail) Indonesian, (string Title, string Detail) English) Of(string code) => code switch
    {
        "no-isi" => (422,
            ("Isi laporan kosong", "Laporan belum diteruskan karena isinya kosong. Tuliskan apa yang terjadi, lalu kirim lagi."),
            ("The report is empty", "The report was not forwarded because it says nothing. Write what happened and send it again.")),
        "idempotency-key-reused" => (422,
            ("Kunci pengiriman sudah dipakai", "Idempotency-Key ini sudah dipakai untuk laporan lain. Kirim lagi dengan kunci baru."),
            ("The key was used before", "This Idempotency-Key was used for another report. Send it again with a new key.")),
        "idempotency-key-unusable" => (400,
            ("Idempotency-Key tidak dapat dipakai", "Kirim satu Idempotency-Key, paling panjang 255 karakter, tanpa karakter kendali."),
            ("The Idempotency-Key cannot be used", "Send one Idempotency-Key of at most 255 characters without control characters.")),
        "post-not-taken" => (422,
            ("Laporan tidak diteruskan", "Kanal ini belum meneruskan laporan yang masuk sekarang. Hubungi instansi pemilik formulir."),
            ("The report is not forwarded", "This channel does not forward reports received now. Contact the agency that owns the form.")),
        "post-cut-off" => (400,
            ("Kiriman terputus", "Kiriman terputus di tengah jalan dan tidak disimpan. Kirim lagi seluruhnya."),
            ("The post was cut off", "The post broke off midway and was not kept. Send all of it again.")),
        "post-too-large" => (413,
            ("Kiriman terlalu besar", "Kiriman melebihi batas dan tidak disimpan. Perkecil atau kurangi lampiran, lalu kirim lagi."),
            ("The post is too large", "The post is over the limit and was not kept. Send smaller or fewer files.")),
        "token-wrong" => (401,
            ("Tidak diizinkan", "Token kanal tidak ada atau salah. Periksa Authorization: Bearer pada formulir pengirim."),
            ("Not allowed", "The token of the channel is missing or wrong. Check Authorization: Bearer at the sending form.")),
        "channel-unknown" => (404,
            ("Kanal tidak ditemukan", "Tidak ada formulir dengan kunci ini. Periksa alamat /intake/{kanal}."),
            ("No such channel", "There is no form with this key. Check the address /intake/{channel}.")),
        "channel-paused" => (503,
            ("Kanal sedang dijeda", "Kanal ini sedang dijeda oleh petugas. Laporan belum diterima; kirim lagi nanti."),
            ("The channel is paused", "An officer paused this channel. The report was not taken; send it again later.")),
        "intake-closed" => (503,
            ("Belum dapat menerima laporan", "Laporan belum diterima karena gateway sedang tidak dapat menyimpannya. Kirim lagi sebentar lagi."),
            ("Cannot take reports now", "The report was not taken because the gateway cannot keep it at the moment. Send it again soon.")),
        _ => (400,
            ("Kiriman tidak terbaca", "Kiriman tidak dapat dibaca sebagai formulir dan menunggu diperiksa petugas. Periksa formatnya, lalu kirim lagi."),
            ("The post cannot be read", "The post cannot be read as a form and waits for an officer. Check its format and send it again.")),
    };
}
