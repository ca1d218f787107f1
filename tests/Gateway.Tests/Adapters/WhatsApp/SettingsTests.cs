using Gateway.Adapters.WhatsApp;

namespace Gateway.Tests.Adapters.WhatsApp;

internal sealed class SettingsTests
{
    [TestCase("{}")]
    [TestCase("""{"folder": "inbox/dishub-wa", "officers": ["Dishub Kaltim", 628110000001], "window": "45m", "silence": "6h", "poll": "5s", "zone": "Asia/Jakarta", "anonim": "false", "maxEntries": "100", "matter": "48h", "triggers": ["#lapor"], "dateOrder": "mdy"}""")]
    public void AcceptsProperSettings(string settings) => Assert.That(new WhatsAppAdapter().Check(Export.Channel(settings)), Is.Empty);

    [TestCase("""{"window": "half an hour"}""", "whatsapp.window is 'half an hour'. Write a duration over zero such as 30s, 30m or 12h.")]
    [TestCase("""{"silence": "0h"}""", "whatsapp.silence is '0h'. Write a duration over zero such as 30s, 30m or 12h.")]
    [TestCase("""{"folder": " "}""", "whatsapp.folder is empty. Write a folder such as inbox/dishub-wa, or leave the line out when exports are uploaded.")]
    [TestCase("""{"officers": "Budi"}""", "whatsapp.officers is 'Budi'. Write a list of names or numbers: officers: [\"Dishub Kaltim\", \"0811-0000-0001\"].")]
    [TestCase("""{"zone": "WITA"}""", "whatsapp.zone is 'WITA', which this machine does not know. Write a zone such as Asia/Makassar (WITA), Asia/Jakarta (WIB) or Asia/Jayapura (WIT).")]
    [TestCase("""{"anonim": "ya"}""", "whatsapp.anonim is 'ya'. Write true or false.")]
    [TestCase("""{"triggers": "#lapor"}""", "whatsapp.triggers is '#lapor'. Write a list of words: triggers: [\"#lapor\"].")]
    [TestCase("""{"dateOrder": "ymd"}""", "whatsapp.dateOrder is 'ymd'. Write dmy when the phone writes the day first, mdy when it writes the month first.")]
    [TestCase("""{"maxEntries": 0}""", "whatsapp.maxEntries is '0'. Write a whole number from 1 to 1000000.")]
    [TestCase("""{"poll": [1]}""", "whatsapp.poll is not a single value. Write a duration over zero such as 30s, 30m or 12h.")]
    public void SaysWhatIsWrongAndWhatToWrite(string settings, string words) =>
        Assert.That(new WhatsAppAdapter().Check(Export.Channel(settings)), Is.EqualTo(new[] { words }));

    [Test]
    public void NamesAnUnknownSetting() =>
        Assert.That(new WhatsAppAdapter().Check(Export.Channel("""{"oficers": []}""")).Single(), Does.StartWith("Unknown setting whatsapp.oficers. Known are: folder, officers"));
}
