using System.Text;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>
/// Tells a greeting or a thank-you from something said. Only texts made wholly of the words below count; any other word makes it
/// a complaint, since doubt never drops.
/// </summary>
internal static partial class SmallTalk
{
    private static readonly HashSet<string> Greetings = Words(
        """
        assalamualaikum assalammualaikum asalamualaikum assalamu asalamu alaikum alaykum assalamualaykum askum aslm ass
        waalaikumsalam waalaikumussalam waalaikum wassalamualaikum wassalam wasalam wr wb warahmatullahi warohmatullohi
        warahmatullah wabarakatuh wabarokatuh salam sejahtera om swastiastu shalom namo buddhaya halo hallo helo hello hi hai hey
        selamat met pagi siang sore malam malem permisi punten good morning afternoon evening night
        """);

    private static readonly HashSet<string> Courtesies = Words(
        """
        pak bapak bpk bu ibu min mimin admin mas mbak kak kakak bang abang dan semua semuanya sekalian rekan rekanrekan teman
        sir madam all everyone ya yaa yah nggih
        terima kasih terimakasih trimakasih makasih makasi trims tks thx thanks thank you mks tq suwun matur nuwun banyak
        sama samasama kembali baik baiklah ok oke okay okey siap sip mantap mantul noted iya iyaa yes amin aamiin alhamdulillah
        monggo silakan silahkan nyimak hadir ping p test tes wkwk wkwkwk hehe haha
        """);

    // What a citizen writes to remind an office of what was said before.
    private static readonly HashSet<string> Reminders = Words(
        """
        gimana gmn gmana bagaimana bgmn kapan kpn sudah udah sdh udh belum blm blom sampai diperbaiki perbaiki perbaikan ditindaklanjuti
        ditindak tindak tindaklanjut lanjut lanjuti lanjutnya lanjutan kelanjutan kelanjutannya ditangani direspon respon responnya
        dibalas balas balasan dijawab jawab jawaban jawabannya kabar kabarnya info infonya update updatenya perkembangan perkembangannya
        progres progress progresnya hasil hasilnya mohon tolong segera dong nih kok masih lagi lama apa apakah ada tidak gak ga nggak
        laporan laporannya pengaduan pengaduannya aduan aduannya saya kami yang tadi kemarin kmrn itu ini tsb nya untuk soal tentang
        status statusnya proses prosesnya diproses dicek cek kelar beres selesai fotonya foto sekali saja aja lah jadi jadinya terus
        """);

    /// <summary>True when the texts only ask after something told before.</summary>
    public static bool OnlyNudges(IEnumerable<string> texts) =>
        texts.SelectMany(Tokens).All(token => Greetings.Contains(token) || Courtesies.Contains(token) || Reminders.Contains(token));

    /// <summary>How many words of the texts are neither greeting nor courtesy; counts no further than asked.</summary>
    public static int SayingWords(IEnumerable<string> texts, int atMost) =>
        texts.SelectMany(Tokens).Where(token => !Greetings.Contains(token) && !Courtesies.Contains(token)).Take(atMost).Count();

    public static bool HoldsGreeting(IEnumerable<string> texts) => texts.Any(text => Tokens(text).Any(Greetings.Contains));

    private static IEnumerable<string> Tokens(string text)
    {
        var token = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                token.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’' or '`' or '-') && token.Length > 0)
            {
                yield return Unstretched(token.ToString());
                token.Clear();
            }
        }

        if (token.Length > 0) yield return Unstretched(token.ToString());
    }

    // "halooooo" is "halo".
    private static string Unstretched(string token)
    {
        for (var i = 2; i < token.Length; i++)
        {
            if (token[i] == token[i - 1] && token[i] == token[i - 2] && char.IsLetter(token[i])) return Stretched().Replace(token, "$1");
        }

        return token;
    }

    [GeneratedRegex(@"(\p{L})\1{2,}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Stretched();

    private static HashSet<string> Words(string list) => [.. list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
