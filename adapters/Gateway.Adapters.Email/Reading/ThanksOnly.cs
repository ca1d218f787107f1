using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Gateway.Contracts;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Recognises a mail that says thank you and nothing else. Every word must be known as courtesy: one word more ("belum", "masih",
/// a street) and it is read as a complaint.
/// </summary>
internal static partial class ThanksOnly
{
    /// <summary>A mail of more words, subject and name included, need not be tried.</summary>
    public const int MostRead = 70;

    private const int MostWords = 40;
    private const int Longest = 600;

    private static readonly FrozenSet<string> Courtesy =
        """
        terima kasih terimakasih makasih trima trimakasih tks thx thanks thank you trims suwun matur nuwun banyak sekali ya yaa atas
        bantuan bantuannya respon responnya respons responsnya tanggapan tanggapannya jawaban jawabannya informasi informasinya info infonya
        perhatian perhatiannya kerjasama kerjasamanya kerja sama samanya penjelasan penjelasannya pelayanan pelayanannya kesediaan waktunya
        pak bu bapak ibu bpk kak mas mbak min admin tim petugas dinas perhubungan dishub dlh pupr kaltim pemerintah provinsi kalimantan timur
        kepala yth yang terhormat dari dan untuk kepada kami saya sudah telah baik oke ok siap mantap bagus cepat cepatnya sigap
        selamat pagi siang sore malam assalamualaikum assalamu'alaikum waalaikumsalam wr wb salam hormat hormatnya semoga sukses selalu sehat
        diberkahi amin aamiin sangat kembali sekali lagi ucapan mengucapkan sampaikan senang puas membantu diterima ini itu nya di
        tadi pagi kemarin malam hari akhirnya alhamdulillah puji tuhan syukur allah yesus memberkati membalas berkah bersyukur bangga
        ditimbun ditambal dicor diaspal disemen disemenisasi dikeruk dinormalisasi dipasang dipasangi diganti ditebang dipangkas disemprot disedot diantar
        dijemput dievakuasi dicetak diterbitkan diproses dibuka dibangun diluruskan dipindahkan dipadamkan dinyalakan ditertibkan dibetulkan dibenahi
        diperbaiki diangkat dibersihkan dikerjakan ditindaklanjuti ditangani diselesaikan selesai menyala nyala lancar bersih normal terang
        aman berfungsi tindak lanjut lanjutnya lampu lampunya jalan jalannya jalanan air airnya sampah sampahnya got saluran jembatan halte
        pdam pln pu puskesmas rsud loket ramah melayani cekatan profesional responsif gercep top keren jempol luar biasa apresiasi
        pengaduan laporan aduan seluruh semua jajaran rekan teman tanggap kasihnya kasi infonya respon responsif quick fast response help
        very much so for your the are is was now working again fixed repaired lights light road water great job well done best kind regards
        noted sebesar besarnya setulus tulus tulusnya keluarga pasien warga perawat dokter bidan ruang rumah sakit petugasnya direspon ditanggapi many dear sir madam team all halo hai hello hi apa kabar kabarnya permisi punten good morning afternoon
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Closings = SearchValues.Create(["hormat", "salam"], StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CourtesyWords = Courtesy.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary><c>thanks-only</c>, <c>greeting</c> for "Selamat pagi, apa kabar?" and nothing else, or null.</summary>
    public static Reason? Judge(Mail mail)
    {
        if (!IsCourtesy(mail)) return null;
        var start = Start(mail.Own);
        return Thanks().IsMatch(start) ? new Reason("thanks-only") : Greeting().IsMatch(start) ? new Reason("greeting") : null;
    }

    /// <summary>Thanks are said, whatever else is.</summary>
    public static bool Mentions(Mail mail) => Thanks().IsMatch(Start(mail.Own));

    private static string Start(string text) => text.Length > Longest ? "" : text;

    private static bool IsCourtesy(Mail mail)
    {
        var text = mail.Own;
        if (text.Length > Longest) return false;
        var name = mail.Writer?.Name ?? "";
        // What a complaint complains of stands near its beginning, and no closing before it.
        if (FirstForeign(text, name) is >= 0 and var at && !text.AsSpan(0, at).ContainsAny(Closings)) return false;
        // In an answer the subject is the old one; in a new mail it may be all of the complaint.
        var said = BeforeName(text) + (mail.IsReply ? "" : "\n" + mail.Subject.Judul);
        return Count(said) <= MostWords && FirstForeign(said, name) < 0;
    }

    /// <summary>Where the first word stands that is neither courtesy nor of the name; -1 when there is none.</summary>
    private static int FirstForeign(string text, string name)
    {
        foreach (var word in new WordRanges(text))
        {
            if (!IsCourtesy(text.AsSpan(word), name)) return word.Start.Value;
        }

        return -1;
    }

    private static bool IsCourtesy(ReadOnlySpan<char> word, string name)
    {
        if (CourtesyWords.Contains(word)) return true;
        foreach (var part in new WordRanges(name))
        {
            if (name.AsSpan(part).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in new WordRanges(text)) count++;
        return count;
    }

    // "Salam, <newline> Budi": what stands after the greeting on at most two short lines is a name.
    private static string BeforeName(string text)
    {
        var closing = Closing().Match(text);
        return closing.Success && Count(text.AsSpan(closing.Index + closing.Length)) <= 5 ? text[..closing.Index] : text;
    }

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"t(?:e)?rima\s?kasih|makasih|apresiasi|hatur nuhun|\bthanks?\b|\btrims\b|\bthx\b|\btks\b|nuwun|suwun", Words, 2000)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"\b(?:selamat|salam|halo|hai|hello|hi|assalam\w*|apa kabar|permisi|good (?:morning|afternoon))\b", Words, 2000)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^\s{0,8}(?:(?:hormat|salam)(?: saya| kami| hormat| sejahtera)?)\s{0,8},?\s{0,8}\n", Words | RegexOptions.Multiline, 2000)]
    private static partial Regex Closing();
}
