using System.Text;
using Gateway.Core.Destinations;
using Gateway.Infrastructure.Central;
using Gateway.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Gateway.Tests.Infrastructure.Central;

/// <summary>What stands on the wire.</summary>
internal sealed class WhatIsSentTests
{
    private readonly CentralClient client = new(value => value == "env:TOKEN" ? "{rahasia}" : value, TimeProvider.System);

    [OneTimeTearDown]
    public void Close() => client.Dispose();

    [Test]
    public async Task ACreateIsTheSubmissionByteForByte()
    {
        var request = await CreateAsync(destination => destination);
        Assert.That(request.Line, Is.EqualTo("POST /complaints/complaint HTTP/1.1"));
        Assert.That(request.Body, Is.EqualTo(Centre.Submission().Body()));
        Assert.That(request.Header("Content-Type"), Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(request.Header("Transfer-Encoding"), Is.Null);
    }

    [Test]
    public async Task HeadersGoVerbatimWithSecretsResolved()
    {
        var request = await CreateAsync(destination => destination with
        {
            Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer a;b c", ["token"] = "env:TOKEN", ["auth"] = "x, y" },
        });
        Assert.That(request.HeaderLines, Is.SupersetOf(new[] { "Authorization: Bearer a;b c", "token: {rahasia}", "auth: x, y" }));
        Assert.That(request.Header("Cookie") ?? request.Header("traceparent"), Is.Null);
    }

    [TestCase("", null, "/complaints/complaint")]
    [TestCase("/lapor/3.0.0", null, "/lapor/3.0.0/complaints/complaint")]
    [TestCase("/lapor/3.0.0/", "/v2/laporan?kanal=7", "/lapor/3.0.0/v2/laporan?kanal=7")]
    [TestCase("/lapor/", "laporan", "/lapor/laporan")]
    public async Task RoutesAreAppendedToTheBaseAddress(string path, string? route, string expected)
    {
        var request = await CreateAsync(destination => destination with
        {
            BaseUrl = destination.BaseUrl + path,
            Routes = route is null ? [] : new Dictionary<string, string> { ["create"] = route },
        });
        Assert.That(request.Path, Is.EqualTo(expected));
    }

    [Test]
    public async Task AFileThatHoldsDelimitersArrivesByteForByteAndAddsNoField()
    {
        const string Evil = "a\r\n--gateway\r\nContent-Disposition: form-data; name=\"user_id\"\r\n\r\n1\r\n--gateway--\r\n------WebKitFormBoundary\r\n";
        await using var server = new ScriptedServer(Acts.Respond(200, "{}"));
        var first = Centre.Document(1, Evil, "bukti \"kuat\"\r\nX: é😀.pdf");
        await client.UploadAsync(Centre.At(server.Url), [first, Centre.Image(2)], Centre.InTime, default);

        var request = server.Requests.Single();
        var parts = await PartsAsync(request);
        Assert.That(parts.Select(part => part.Name), Is.EqualTo(new[] { "attachments[]", "attachments[]" }));
        Assert.That(Encoding.UTF8.GetString(parts[0].Body), Is.EqualTo(Evil));
        Assert.That(parts[0].FileName, Is.EqualTo("bukti \"kuat\"\r\nX: é😀.pdf"));
        Assert.That(request.Text, Does.Contain("filename=\"bukti _kuat___X_ ___.pdf\"; filename*=UTF-8''"));
        Assert.That(request.Header("Content-Length"), Is.EqualTo(request.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Test]
    public async Task EachUploadHasABoundaryOfItsOwn()
    {
        await using var server = new ScriptedServer(Acts.Respond(200, "{}"));
        for (var i = 0; i < 2; i++) await client.UploadAsync(Centre.At(server.Url), [Centre.Image(1)], Centre.InTime, default);
        Assert.That(server.Requests.Select(request => request.Header("Content-Type")).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task TokensOfTwoDestinationsNeverCross()
    {
        await using var one = new ScriptedServer(Acts.Respond(200, "{}"));
        foreach (var key in new[] { "kabupaten", "bumd" })
        {
            var destination = new Destination { Key = key, BaseUrl = one.Url, Headers = new Dictionary<string, string> { [key] = "token-" + key } };
            await client.CreateAsync(destination, Centre.Submission(), Centre.InTime, default);
        }
        Assert.That(one.Connections, Is.EqualTo(2));
        Assert.That(one.Requests[1].Header("kabupaten"), Is.Null);
    }

    private async Task<ScriptedRequest> CreateAsync(Func<Destination, Destination> with)
    {
        await using var server = new ScriptedServer(Acts.Respond(200, "{}"));
        await client.CreateAsync(with(Centre.At(server.Url)), Centre.Submission(), Centre.InTime, default);
        return server.Requests.Single();
    }

    private static async Task<List<(string Name, string? FileName, byte[] Body)>> PartsAsync(ScriptedRequest request)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.Header("Content-Type")).Boundary).Value!;
        var reader = new MultipartReader(boundary, new MemoryStream(request.Body));
        var parts = new List<(string, string?, byte[])>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            var disposition = ContentDispositionHeaderValue.Parse(section.ContentDisposition);
            using var body = new MemoryStream();
            await section.Body.CopyToAsync(body);
            parts.Add((HeaderUtilities.RemoveQuotes(disposition.Name).Value!, (disposition.FileNameStar.Value ?? disposition.FileName.Value)?.Trim('"'), body.ToArray()));
        }
        return parts;
    }
}
