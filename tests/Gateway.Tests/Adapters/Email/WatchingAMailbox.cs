using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json.Nodes;
using Gateway.Adapters.Email;
using Gateway.Contracts.Intake;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.Email;

/// <summary>The IMAP source against a real Dovecot.</summary>
[Category("Dovecot")]
[SupportedOSPlatform("linux")]
internal sealed partial class WatchingAMailbox
{
    private static readonly DateTimeOffset June = new(2026, 6, 15, 20, 0, 0, TimeSpan.FromHours(8));

    private string folder = "";
    private string user = "";
    private int opened;
    private DovecotServer server = null!;
    private IntakeRecorder intake = null!;
    private BookInMemory book = null!;

    [OneTimeSetUp]
    public void StartServer() => server = DovecotServer.Start([.. Enumerable.Range(1, 30).Select(Mailbox)]);

    [OneTimeTearDown]
    public void StopServer() => server?.Dispose();

    [SetUp]
    public void Open()
    {
        user = Mailbox(++opened);
        folder = Directory.CreateTempSubdirectory("gateway-mail-").FullName;
        intake = new IntakeRecorder();
        book = new BookInMemory();
    }

    [TearDown]
    public void Close() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task TakesEveryMailAndLeavesTheMailboxAsItWas()
    {
        server.Deliver(user, Letter(1), June);
        server.Deliver(user, Letter(2), June.AddHours(1));
        await using var source = Source();

        var step = await source.StepAsync(intake, book, CancellationToken.None);

        Assert.That(step, Is.EqualTo(new SourceStep(2, 2, TimeSpan.FromSeconds(60), Known: 2)));
        Assert.That(intake.Accepted.Select(item => item.Raw.File), Is.EqualTo(new[] { "INBOX;UID=1", "INBOX;UID=2" }));
        Assert.That(intake.Accepted[0].Bytes, Is.EqualTo(Letter(1)));
        Assert.That(intake.Accepted[0].Raw.Received, Is.EqualTo(June));
        Assert.That(intake.Accepted[0].Raw.Evidence.Keys, Is.EquivalentTo(new[] { "mailbox", "uidvalidity", "uid" }));
        Assert.That(intake.Accepted.Select(item => item.Round).Distinct(), Is.EqualTo(intake.ClosedRounds));
        Assert.That(server.Flags(user), Is.All.Empty, "no mail is marked as read");
    }

    [Test]
    public async Task TakesMailThatStaffHasAlreadyRead()
    {
        var path = server.Deliver(user, Letter(1), June);
        File.Move(path, Path.Combine(server.Maildir(user), "cur", Path.GetFileName(path) + ":2,RS"));
        await using var source = Source();

        await source.StepAsync(intake, book, CancellationToken.None);

        Assert.That(intake.Accepted, Has.Count.EqualTo(1));
        Assert.That(server.Flags(user), Is.EqualTo(new[] { "RS" }));
    }

    [Test]
    public async Task TakesNothingTwiceAndNoticesWhatIsNew()
    {
        server.Deliver(user, Letter(1), June);
        await using var source = Source();
        await source.StepAsync(intake, book, CancellationToken.None);

        var second = await source.StepAsync(intake, book, CancellationToken.None);
        Assert.That((second.Held, second.Taken), Is.EqualTo((1L, 0L)));
        Assert.That(intake.ClosedRounds, Has.Count.EqualTo(1), "an idle look opens no round");

        server.Deliver(user, Letter(2), June);
        var third = await source.StepAsync(intake, book, CancellationToken.None);
        Assert.That((third.Held, third.Taken), Is.EqualTo((2L, 1L)));
    }

    [Test]
    public async Task ReadsAllAgainWhenTheServerNumbersTheFolderAnew()
    {
        server.Deliver(user, Letter(1), June);
        await using (var source = Source()) await source.StepAsync(intake, book, CancellationToken.None);
        server.ChangeUidValidity(user);

        await using var again = Source();
        await again.StepAsync(intake, book, CancellationToken.None);

        Assert.That(intake.Accepted.Select(item => item.Raw.Evidence["uidvalidity"]).Distinct().Count(), Is.EqualTo(2));
        Assert.That(intake.Accepted, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task PassesOverThousandsOfOldMailsWithoutFetchingThem()
    {
        for (var i = 0; i < 3_000; i++) File.SetUnixFileMode(server.Deliver(user, Letter(i), June.AddMinutes(-1 - i)), UnixFileMode.None);
        server.Deliver(user, Letter(9), June);
        await using var source = Source(cutOver: June);

        var step = await source.StepAsync(intake, book, CancellationToken.None);

        Assert.That((step.Held, step.Taken), Is.EqualTo((3_001L, 3_001L)));
        Assert.That(intake.Passed, Has.Count.EqualTo(3_000));
        Assert.That(intake.PassedAtOnce, Is.All.LessThanOrEqualTo(500));
        Assert.That(intake.Accepted.Single().Bytes, Is.EqualTo(Letter(9)));
        Assert.That(intake.Passed[0].KeyParts, Is.EqualTo(new[] { "uid", $"127.0.0.1/{user}/INBOX", intake.Accepted[0].Raw.Evidence["uidvalidity"], intake.Passed[0].Item.Split('=')[1] }));
        Assert.That((await source.StepAsync(intake, book, CancellationToken.None)).Taken, Is.Zero);
    }

    [Test]
    public async Task FetchesAnOldMailThatAnOfficerWants()
    {
        server.Deliver(user, Letter(1), June.AddDays(-1));
        await using var source = Source(cutOver: June);
        await source.StepAsync(intake, book, CancellationToken.None);
        var uidValidity = intake.Passed.Single().KeyParts[2];
        book.Write($"recover/INBOX/{uidValidity}/1", "wanted");

        await source.StepAsync(intake, book, CancellationToken.None);
        await source.StepAsync(intake, book, CancellationToken.None);

        Assert.That(intake.Accepted.Single().Raw.Evidence["recover"], Is.EqualTo("1"));
        Assert.That(book.Entries[$"recover/INBOX/{uidValidity}/1"], Is.EqualTo("done"));
    }

    [TestCase(30 << 20)]
    [TestCase(2 << 20, Description = "an even number of slices")]
    public async Task FetchesALargeMailInSlicesAndLeavesNoFileBehind(int size)
    {
        var mail = Large(size);
        server.Deliver(user, mail, June);
        var inClear = -1;
        intake.OnAccept = _ => inClear = Directory.GetFiles(Path.Combine(folder, "incoming")).Length;
        await using var source = Source();

        await source.StepAsync(intake, book, CancellationToken.None);

        Assert.That(intake.Accepted.Single().Bytes.AsSpan().SequenceEqual(mail));
        Assert.That(inClear, Is.Zero, "the file has no name while it is fetched");
        Assert.That(Directory.GetFiles(Path.Combine(folder, "incoming")), Is.Empty);
    }

    [Test]
    public async Task RemembersNothingThatTheGatewayRefused()
    {
        server.Deliver(user, Letter(1), June);
        server.Deliver(user, Letter(2), June);
        intake.OnAccept = raw =>
        {
            if (raw.File.EndsWith("=2", StringComparison.Ordinal)) throw new IntakeRefusedException("disk reserve");
        };
        await using var source = Source();

        await Assert.ThrowsAsync<IntakeRefusedException>(() => source.StepAsync(intake, book, CancellationToken.None));
        Assert.That(book.Entries.Keys.Select(key => key.Split('/')[^1]), Is.EqualTo(new[] { "1" }));
        Assert.That(intake.OpenRounds, Is.Empty, "the round is closed all the same");

        intake.OnAccept = _ => { };
        await source.StepAsync(intake, book, CancellationToken.None);
        Assert.That(intake.Accepted.Select(item => item.Raw.File), Is.EqualTo(new[] { "INBOX;UID=1", "INBOX;UID=2" }));
    }

    [Test]
    public async Task LetsNoPoisonousMailStopTheOthers()
    {
        server.Deliver(user, Letter(1), June);
        server.Deliver(user, Letter(2), June);
        intake.OnAccept = raw =>
        {
            if (raw.File.EndsWith("=1", StringComparison.Ordinal)) throw new InvalidDataException("poison");
        };
        await using var source = Source();

        var step = await source.StepAsync(intake, book, CancellationToken.None);

        Assert.That((step.Held, step.Taken, step.Failed), Is.EqualTo((2L, 1L, 1L)));
        Assert.That(step.Trouble, Does.Match("^INBOX;UID=[12]: [A-Za-z]+Exception$"));
        intake.OnAccept = _ => { };
        Assert.That((await source.StepAsync(intake, book, CancellationToken.None)).Taken, Is.EqualTo(1));
    }

    [Test]
    public async Task HandsAnExportOfACarrierToItsChannelAndCountsTheMailAsCarrier()
    {
        const string Chat = "Content-Type: text/plain; name=\"Chat WhatsApp dengan RT 9.txt\"\r\nContent-Disposition: attachment; filename=\"Chat WhatsApp dengan RT 9.txt\"\r\n\r\n26/05/26 23.18 - +62 811-0000-0003: lampu mati\r\n";
        var mail = Encoding.UTF8.GetBytes(Letters.Parts("Content-Type: text/plain\r\n\r\nTerlampir.", Chat));
        server.Deliver(user, mail, June);
        await using var source = Source(carrier: "budi@warga.example");

        await source.StepAsync(intake, book, CancellationToken.None);

        Assert.That(intake.Accepted.Select(item => item.Raw.File), Is.EqualTo(new[] { "Chat WhatsApp dengan RT 9.txt", "INBOX;UID=1" }));
        Assert.That(intake.Accepted[1].Raw.Evidence["carried-to"], Is.EqualTo("dishub-wa"));
        var translation = new EmailAdapter().Translator.Translate(intake.Accepted[1].Raw with { Content = new Gateway.Contracts.BytesContent(mail) }, Letters.Channel).Single();
        Assert.That(translation.Reasons, Is.EqualTo(new[] { new Gateway.Contracts.Reason("carrier", "dishub-wa") }));
    }

    [Test]
    public async Task SaysTheServerIsGoneAndComesBackWithIt()
    {
        server.Deliver(user, Letter(1), June);
        await using var source = Source();
        await source.StepAsync(intake, book, CancellationToken.None);
        server.Stop();
        server.Launch();
        Assert.That((await source.StepAsync(intake, book, CancellationToken.None)).Held, Is.EqualTo(1));

        server.Stop();
        var fault = await Assert.ThrowsAsync<SourceUnavailableException>(() => source.StepAsync(intake, book, CancellationToken.None));
        server.Launch();
        Assert.That(fault!.Message, Does.Contain("cannot be reached").And.Contain("gateway doctor --channel dishub-email"));
    }

    private ISource Source(DateTimeOffset? cutOver = null, string? password = null, string tls = "none", string mailFolder = "INBOX", string? carrier = null)
    {
        var channel = Letters.Channel with
        {
            CutOver = cutOver,
            Settings = new JsonObject
            {
                ["imap"] = new JsonObject
                {
                    ["host"] = "127.0.0.1",
                    ["port"] = tls == "implicit" ? server.TlsPort : server.Port,
                    ["tls"] = tls,
                    ["user"] = user,
                    ["password"] = "env:DISHUB_IMAP",
                    ["folder"] = mailFolder,
                },
            },
        };
        if (carrier is not null) channel.Settings["carriers"] = new JsonArray(new JsonObject { ["from"] = carrier, ["channel"] = "dishub-wa" });
        Assert.That(new EmailAdapter().Check(channel), Is.Empty);
        return new EmailAdapter().OpenSource(channel, new SourceContext(folder, _ => password ?? DovecotServer.Password, TimeProvider.System))!;
    }

    private static string Mailbox(int number) => "kotak" + number.ToString(CultureInfo.InvariantCulture);

    private static byte[] Letter(int number) =>
        Encoding.UTF8.GetBytes(Letters.Mail($"Lampu nomor {number.ToString(CultureInfo.InvariantCulture)} mati.", id: $"<{number.ToString(CultureInfo.InvariantCulture)}@warga.example>"));

    private static byte[] Large(int size)
    {
        var head = Letters.Mail("", type: "application/octet-stream\r\nContent-Transfer-Encoding: base64");
        var line = new string('A', 76) + "\r\n";
        var text = new StringBuilder(head, size + 100);
        while (text.Length + line.Length <= size) text.Append(line);
        return Encoding.ASCII.GetBytes(text.Append('A', size - text.Length).ToString());
    }
}
