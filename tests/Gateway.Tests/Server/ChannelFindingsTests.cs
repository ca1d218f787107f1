using Gateway.Server.Commands;
using Gateway.Server.Composition;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Server;

/// <summary>A form that turns every post away, or is closed by the sender's address alone, is told to whoever runs the gateway.</summary>
internal sealed class ChannelFindingsTests
{
    private const string Signed = """{key: dishub-signed, agency: dishub, kind: webform, webform: {signature: {scheme: standard-webhooks, secret: "env:GATEWAY_TEST_NOWHERE"}}}""";
    private const string Token = """{key: dishub-token, agency: dishub, kind: webform, webform: {token: "env:GATEWAY_TEST_NOWHERE"}}""";
    private const string NoBase64 = """{key: dishub-words, agency: dishub, kind: webform, webform: {signature: {scheme: standard-webhooks, secret: "rahasia sekali"}}}""";
    private const string Mailbox = "{key: dishub-mail, agency: dishub, kind: email, email: {imap: {host: 127.0.0.1, user: dishub, password: \"env:GATEWAY_TEST_NOWHERE\"}}}";
    private const string Chat = "{key: dishub-chat, agency: dishub, kind: whatsapp, whatsapp: {folder: /tidak-ada/gateway, officers: [\"Dishub Kaltim\"]}}";
    private const string Register = "{key: dishub-register, agency: dishub, kind: register, register: {folder: /tidak-ada/gateway}}";
    private const string Page = "{key: dishub-page, agency: dishub, kind: webform, webform: {page: on}}";

    private readonly LoggedLines logged = new(LogLevel.Error);
    private string data = "";
    private ILoggerFactory logs = null!;
    private House house = null!;

    [SetUp]
    public async Task Open()
    {
        data = Directory.CreateTempSubdirectory("gateway-findings-").FullName;
        var registry = Path.Combine(data, "registry.yaml");
        await File.WriteAllTextAsync(registry, Registries.With(OpenedHouse.Nowhere, "", Signed, Token, NoBase64, Page, Registries.Form, Mailbox, Chat, Register));
        logs = LoggerFactory.Create(logging => logging.AddProvider(logged));
        var settings = new GatewaySettings { DataDirectory = data, Registry = registry };
        settings.Http.Urls = "http://127.0.0.1:0";
        house = await House.OpenAsync(settings, TimeProvider.System, logs, CancellationToken.None);
    }

    [TearDown]
    public async Task Close()
    {
        await house.DisposeAsync();
        logs.Dispose();
        Directory.Delete(data, recursive: true);
    }

    [TestCase("dishub-signed", "webform.signature.secret (env:GATEWAY_TEST_NOWHERE) tidak dapat dibaca atau kosong")]
    [TestCase("dishub-token", "webform.token (env:GATEWAY_TEST_NOWHERE) tidak dapat dibaca atau kosong")]
    [TestCase("dishub-words", "webform.signature.secret bukan base64 di belakang whsec_")]
    public async Task TheDoctorNamesASecretThatIsNotThere(string channel, string said)
    {
        var (_, output) = await DoctorAsync(channel);

        Assert.That(output, Does.Contain($"!!  {channel}: {said}").And.Not.Contain($"Kanal {channel}: setelan benar").And.Not.Contain("rahasia sekali"));
    }

    [Test]
    public async Task TheDoctorWarnsOfAFormThatOnlyTheAddressCloses()
    {
        Assert.That((await DoctorAsync("dishub-form")).Output, Does.Contain("ok  Kanal dishub-form: setelan benar.").And.Contain("?   PERINGATAN: dishub-form: tanpa webform.token"));
        Assert.That((await DoctorAsync("dishub-page")).Output, Does.Contain("ok  Kanal dishub-page: setelan benar.").And.Not.Contain("PERINGATAN: dishub-page"));
    }

    [TestCase("id", "Kotak surat 'dishub@127.0.0.1' tanpa password: env:GATEWAY_TEST_NOWHERE tidak ada.")]
    [TestCase("en", "Mailbox 'dishub@127.0.0.1' has no password: env:GATEWAY_TEST_NOWHERE is not there.")]
    public async Task AMailboxWithoutItsPasswordIsToldInTheLanguageThatIsSpoken(string language, string said) =>
        Assert.That((await DoctorAsync("dishub-mail", "--lang", language)).Output, Does.Contain("!!  " + said));

    [TestCase("dishub-chat", "whatsapp.folder")]
    [TestCase("dishub-register", "register.folder")]
    public async Task AWatchedFolderThatIsGoneIsNamed(string channel, string setting) =>
        Assert.That((await DoctorAsync(channel)).Output, Does.Contain($"!!  Kanal {channel}: /tidak-ada/gateway tidak ada.").And.Contain(setting));

    [Test]
    public async Task TheStartOfServeLogsWhatTurnsPostsAway()
    {
        await using var running = await RunningGateway.StartAsync(house, intake: true, forward: false, CancellationToken.None);

        var told = logged.Written.Where(line => line.Contains("channel-not-ready", StringComparison.Ordinal)).Select(line => line.Split(':')[0]);
        Assert.That(told, Is.EqualTo(new[] { "dishub-signed", "dishub-token", "dishub-words" }));
    }

    private async Task<(int Exit, string Output)> DoctorAsync(string channel, params string[] more)
    {
        await using var written = new StringWriter();
        await using var errors = new StringWriter();
        var exit = await CommandRunner.RunAsync(["doctor", "--channel", channel, .. more], new CommandContext(written, errors, data, "tester", house, Interactive: false), CancellationToken.None);
        return (exit, written.ToString());
    }
}
