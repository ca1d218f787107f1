using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Tests.Adapters.WebForm;

public sealed class SignatureTests
{
    private const string Complaint = """{"isi":"Lampu jalan mati di Jl. Kartini"}""";

    private OpenDoor _door = null!;

    [SetUp]
    public async Task Open() => _door = await OpenDoor.StartAsync();

    [TearDown]
    public async Task Close() => await _door.DisposeAsync();

    [Test]
    public async Task ASignedPostIsTakenAndItsIdIsItsKey()
    {
        var first = await PostAsync("msg_1", Sign("msg_1"));
        var again = await PostAsync("msg_1", Sign("msg_1"));

        Assert.That((first.StatusCode, again.StatusCode), Is.EqualTo((HttpStatusCode.Accepted, HttpStatusCode.Accepted)));
        Assert.That(await again.Content.ReadAsStringAsync(), Is.EqualTo(await first.Content.ReadAsStringAsync()));
        Assert.That(_door.Intake.Kept[0].Evidence["idempotency-key"], Is.EqualTo("msg_1"));
    }

    [Test]
    public async Task OneRightSignatureOfSeveralIsEnough() =>
        Assert.That((await PostAsync("msg_1", "v1a,AAAA v1,bukanbase64 " + Sign("lain") + " " + Sign("msg_1"))).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));

    [Test]
    public async Task TheSecretThatIsBeingReplacedStillCounts() =>
        Assert.That((await PostAsync("msg_1", Sign("msg_1", key: "kunci lama"))).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));

    [TestCase("kunci lain", 0, Complaint, "signature-wrong")]
    [TestCase("kunci baru yang panjang", 0, "{\"isi\":\"Lain\"}", "signature-wrong")]
    [TestCase("kunci baru yang panjang", -301, Complaint, "signature-old")]
    [TestCase("kunci baru yang panjang", 301, Complaint, "signature-old")]
    public async Task AWrongOrOldSignatureIsRefusedAndNothingKept(string key, int seconds, string body, string code)
    {
        var response = await PostAsync("msg_1", Sign("msg_1", seconds, key), seconds, body);

        Assert.That(((int)response.StatusCode, (string?)(await OpenDoor.JsonAsync(response))["code"]), Is.EqualTo((401, code)));
        Assert.That(response.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Signature"));
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [TestCase(-300)]
    [TestCase(300)]
    public async Task FiveMinutesAreForgiven(int seconds) =>
        Assert.That((await PostAsync("msg_1", Sign("msg_1", seconds), seconds)).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));

    [TestCase("signed", 401, "signature-missing")]
    [TestCase("typeform", 401, "signature-missing")]
    [TestCase("unsignable", 401, "signature-missing")]
    public async Task AnUnsignedPostIsRefusedUnread(string channel, int status, string code)
    {
        var response = await _door.PostAsync(channel, Complaint);

        Assert.That(((int)response.StatusCode, (string?)(await OpenDoor.JsonAsync(response))["code"]), Is.EqualTo((status, code)));
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [TestCase("webhook-timestamp", "kemarin", "signature-wrong")]
    [TestCase("webhook-signature", "v1,", "signature-wrong")]
    [TestCase("webhook-signature", "v2,AAAA", "signature-wrong")]
    public async Task ABrokenHeaderIsRefused(string header, string value, string code)
    {
        var headers = new Dictionary<string, string> { ["webhook-id"] = "m", ["webhook-timestamp"] = Now(), ["webhook-signature"] = Sign("m"), [header] = value };

        var response = await _door.PostAsync("signed", Complaint, [.. headers.Select(pair => (pair.Key, pair.Value))]);

        Assert.That((string?)(await OpenDoor.JsonAsync(response))["code"], Is.EqualTo(code));
    }

    [Test]
    public async Task WithoutItsSecretNothingIsTaken()
    {
        var response = await _door.PostAsync("unsignable", Complaint, ("webhook-id", "m"), ("webhook-timestamp", Now()), ("webhook-signature", Sign("m")));

        Assert.That(((int)response.StatusCode, (string?)(await OpenDoor.JsonAsync(response))["code"]), Is.EqualTo((503, "channel-not-ready")));
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [TestCase(OpenDoor.Token, 202)]
    [TestCase("lain", 401)]
    public async Task TypeformSignsTheBodyAlone(string key, int status)
    {
        const string Body = """{"form_response":{"token":"t1","answers":[{"type":"text","text":"Lampu mati","field":{"id":"a"}}],"definition":{"fields":[{"id":"a","title":"Isi laporan"}]}}}""";
        var signature = "sha256=" + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(Body)));

        Assert.That((int)(await _door.PostAsync("typeform", Body, ("Typeform-Signature", signature))).StatusCode, Is.EqualTo(status));
    }

    private static string Now(int seconds = 0) => (Posts.Received.ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);

    private static string Sign(string id, int seconds = 0, string key = "kunci baru yang panjang") =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{id}.{Now(seconds)}.{Complaint}")));

    private Task<HttpResponseMessage> PostAsync(string id, string signature, int seconds = 0, string body = Complaint) =>
        _door.PostAsync("signed", body, ("webhook-id", id), ("webhook-timestamp", Now(seconds)), ("webhook-signature", signature));
}
