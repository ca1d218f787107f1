using System.Text.Json.Nodes;
using Gateway.Adapters.Email;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.Email;

internal sealed class CheckingSettings
{
    [TestCase("""{"imap": {"host": "mail.example", "user": "dishub", "password": "env:DISHUB_IMAP", "poll": "5m", "timeout": "30s", "folder": "INBOX"}}""")]
    [TestCase("""{"imap": {"host": "127.0.0.1", "port": "10143", "tls": "none", "user": "dishub", "password": "env:DISHUB_IMAP"}}""")]
    [TestCase("""{"path": "inbox/dishub", "poll": "1h"}""")]
    [TestCase("""{"imap": {"host": "outlook.example", "user": "dishub@x.example", "auth": "xoauth2", "token": "file:/run/dishub.token", "idle": false}}""")]
    [TestCase("""{"carriers": [{"from": "petugas@dishub.example", "channel": "dishub-wa"}]}""")]
    [TestCase("{}")]
    public void FindsNothingWrongWithGoodSettings(string settings) => Assert.That(Faults(settings), Is.Empty);

    [TestCase("""{"imap": {"user": "dishub", "password": "env:X"}}""", "email.imap.host is missing. Write the name of the mail server")]
    [TestCase("""{"imap": {"host": "h", "user": "u", "password": "env:X", "port": 99999}}""", "email.imap.port is '99999'. Write a number from 1 to 65535")]
    [TestCase("""{"imap": {"host": "h", "user": "u", "password": "env:X", "tls": "ssl"}}""", "email.imap.tls is 'ssl'. Write implicit, starttls or none")]
    [TestCase("""{"imap": {"host": "h", "user": "u", "password": "env:X", "poll": "60"}}""", "email.imap.poll is '60'. Write a duration")]
    [TestCase("""{"imap": {"host": "h", "user": "u", "password": "env:X", "foldr": "INBOX"}}""", "email.imap.foldr is not a setting. Known are host,")]
    [TestCase("""{"imap": {"host": "h", "user": "u", "password": "env:X", "auth": "oauth"}}""", "email.imap.auth is 'oauth'. Write password or xoauth2")]
    [TestCase("""{"imap": {"host": "h", "user": "u", "auth": "xoauth2"}}""", "email.imap.token is missing. Write a reference")]
    [TestCase("""{"imap": {"host": "h", "user": "u", "password": "env:X", "idle": "ya"}}""", "email.imap.idle is 'ya'. Write true or false")]
    [TestCase("""{"carriers": ["petugas@dishub.example"]}""", "email.carriers has an entry without address or channel")]
    [TestCase("""{"imap": "mail.example"}""", "email.imap is 'mail.example'. Write a section")]
    [TestCase("""{"imap": {"host": "h", "user": "u", "password": "env:X"}, "path": "x"}""", "email.imap and email.path exclude one another")]
    public void SaysWhatIsWrongWithWhichValueAndWhatToWrite(string settings, string words)
    {
        var fault = Faults(settings).Single();
        Assert.That(fault, Does.StartWith("Channel 'dishub-email': ").And.Contain(words));
    }

    [Test]
    public void PollsNothingWhenNoSourceIsNamed() =>
        Assert.That(new EmailAdapter().OpenSource(Letters.Channel, new SourceContext("/", secret => secret, TimeProvider.System)), Is.Null);

    private static IReadOnlyList<string> Faults(string settings) =>
        new EmailAdapter().Check(Letters.Channel with { Settings = (JsonObject)JsonNode.Parse(settings)! });
}
