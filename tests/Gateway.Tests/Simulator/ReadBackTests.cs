using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Simulator;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Simulator;

public sealed class ReadBackTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 12, 4, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task ReadsBackTitleContentAndStatus()
    {
        await using var centre = await Centre.OpenAsync();
        var id = await centre.CreatedAsync();

        var read = (await centre.GetJsonAsync($"complaints/{id}/complaint"))["results"]!;

        Assert.That((string?)read["data"]!["title"], Is.EqualTo("Lampu jalan padam di Jalan Kartini"));
        Assert.That((string?)read["data"]!["content"], Does.EndWith("\nNo. pelacakan: G7K2-M9QX-4TVB-3H"));
        Assert.That((string?)read["data"]!["status_name"], Is.EqualTo("Belum Terverifikasi"));
        Assert.That(read["data"]!["status_logs"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(read["data_logs"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task TellsAHandOnWithPlaceholdersAndTheNewestLogFirst()
    {
        var time = new FakeTimeProvider(Noon);
        await using var centre = await Centre.OpenAsync(new SimulatorOptions { Time = time });
        var id = await centre.CreatedAsync();
        time.Advance(TimeSpan.FromMinutes(5));
        await HandOnAsync(centre, id, 101);
        time.Advance(TimeSpan.FromMinutes(5));
        await HandOnAsync(centre, id, 210);

        var read = (await centre.GetJsonAsync($"complaints/{id}/complaint"))["results"]!;
        var logs = read["data_logs"]!.AsArray();

        Assert.That((long)read["data"]!["disposition_id"]!, Is.EqualTo(210));
        Assert.That((string?)read["data"]!["disposition_name"], Is.EqualTo("Pemerintah Kota Samarinda"));
        Assert.That(logs.Select(log => (string?)log!["date"]), Is.EqualTo(new[] { "2026-05-12 11:10:00", "2026-05-12 11:05:00" }));
        Assert.That((string?)logs[0]!["content"], Does.Contain("{{institution_from}}").And.Contain("{{institution_to}}"));
        Assert.That((string?)logs[1]!["institution_to"]!["name"], Is.EqualTo("Dinas Perhubungan Provinsi Kalimantan Timur"));
        var change = JsonNode.Parse((string)logs[1]!["data"]!)!;
        Assert.That((string?)change["status_old"]!["name"], Is.EqualTo("Belum Terverifikasi"));
        Assert.That((string?)change["status_new"]!["name"], Is.EqualTo("Terverifikasi"));
    }

    [TestCase("is_request")]
    [TestCase("not_authority")]
    [TestCase("reason")]
    public async Task RefusesAHandOnWithoutARequiredFieldAndNamesIt(string field)
    {
        await using var centre = await Centre.OpenAsync();
        var id = await centre.CreatedAsync();
        var handOn = HandOn(101);
        handOn.Remove(field);

        var answer = await centre.Http.PostAsJsonAsync($"complaints/process/{id}/reject", handOn);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Centre.JsonAsync(answer))["errors"]!.AsObject().Single().Key, Is.EqualTo(field));
    }

    [Test]
    public async Task ListsFollowUpsPageByPage()
    {
        await using var centre = await Centre.OpenAsync(new SimulatorOptions { Time = new FakeTimeProvider(Noon) });
        var id = await centre.CreatedAsync();
        for (var number = 1; number <= 23; number++)
            await centre.Http.PostAsync("complaints/followup/add", FollowUp(id, $"Tindak lanjut ke-{number}"));

        var contents = new List<string?>();
        var pages = 0;
        for (var next = $"complaints/{id}/followups?page=1"; next is not null; pages++)
        {
            var results = (await centre.GetJsonAsync(next))["results"]!;
            contents.AddRange(results["data"]!.AsArray().Select(followUp => (string?)followUp!["content"]));
            next = (string?)results["next_page_url"];
        }

        Assert.That(pages, Is.EqualTo(3));
        Assert.That(contents, Is.EqualTo(Enumerable.Range(1, 23).Select(number => $"Tindak lanjut ke-{number}")));
    }

    [Test]
    public async Task ShowsAFollowUpAsTheContractSays()
    {
        await using var centre = await Centre.OpenAsync(new SimulatorOptions { Time = new FakeTimeProvider(Noon) });
        var id = await centre.CreatedAsync();

        await centre.Http.PostAsync("complaints/followup/add", FollowUp(id, "Lampu telah diganti."));
        var followUp = (await centre.GetJsonAsync($"complaints/{id}/followups?page=1"))["results"]!["data"]!.AsArray().Single()!;

        Assert.That((string?)followUp["institution_from_name"], Is.EqualTo("Dinas Perhubungan Provinsi Kalimantan Timur"));
        Assert.That((string?)followUp["template_code"], Is.EqualTo("SIM-SELESAI"));
        Assert.That((string?)followUp["template_content"], Does.Contain("selesai"));
        Assert.That((string?)followUp["created_at"], Is.EqualTo("12-05-2026 11:00:00"));
        Assert.That((string?)followUp["attachments"]!.AsArray().Single()!["name"], Is.EqualTo("sesudah.jpg"));
        var read = await centre.GetJsonAsync($"complaints/{id}/complaint");
        Assert.That((string?)read["results"]!["data"]!["status_name"], Is.EqualTo("Dalam Proses"));
        Assert.That(centre.Simulator.OrphanFiles, Is.Zero);
    }

    [TestCase("complaints/9999999/complaint")]
    [TestCase("complaints/abc/complaint")]
    [TestCase("complaints/9999999/followups")]
    public async Task KnowsNoComplaintThatWasNeverMade(string path)
    {
        await using var centre = await Centre.OpenAsync();

        Assert.That((await centre.Http.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task ListsTheInstitutionsAndTemplates()
    {
        await using var centre = await Centre.OpenAsync();

        var all = (await centre.GetJsonAsync("masters/institutions/external?page_size=1000"))["results"]!;
        var some = (await centre.GetJsonAsync("masters/institutions/external?page_size=4&page=2"))["results"]!;
        var templates = (await centre.GetJsonAsync("masters/templates?page_size=1000"))["results"]!["data"]!.AsArray();

        Assert.That(all["data"]!.AsArray().Select(row => (string?)row!["name"]), Has.Some.EqualTo("Pemerintah Kota Samarinda"));
        Assert.That(all["next_page_url"], Is.Null);
        Assert.That(some["data"]!.AsArray(), Has.Count.EqualTo(4));
        Assert.That((string?)some["next_page_url"], Does.Contain("page_size=4").And.Contain("page=3"));
        Assert.That(templates, Is.Not.Empty);
    }

    [Test]
    public async Task KeepsHandOnsAndFollowUpsOverARestart()
    {
        var folder = Directory.CreateTempSubdirectory("gateway-simulator-");
        try
        {
            var options = new SimulatorOptions { BookPath = Path.Combine(folder.FullName, "buku.jsonl") };
            long id;
            await using (var centre = await Centre.OpenAsync(options))
            {
                id = await centre.CreatedAsync();
                await HandOnAsync(centre, id, 101);
                await centre.Http.PostAsync("complaints/followup/add", FollowUp(id, "Lampu telah diganti."));
            }

            await using var again = await Centre.OpenAsync(options);
            var read = (await again.GetJsonAsync($"complaints/{id}/complaint"))["results"]!;
            Assert.That((long)read["data"]!["disposition_id"]!, Is.EqualTo(101));
            Assert.That((string?)read["data"]!["status_name"], Is.EqualTo("Dalam Proses"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JsonObject HandOn(long institution) => new()
    {
        ["is_request"] = 1,
        ["reason"] = institution,
        ["reason_description"] = "Bukan kewenangan kami.",
        ["not_authority"] = 1,
    };

    private static async Task HandOnAsync(Centre centre, long id, long institution) =>
        (await centre.Http.PostAsJsonAsync($"complaints/process/{id}/reject", HandOn(institution))).EnsureSuccessStatusCode();

    private static MultipartFormDataContent FollowUp(long id, string content) => new()
    {
        { new StringContent($"{id}"), "complaint_id" },
        { new StringContent(content), "content" },
        { new StringContent("101"), "institution_from_id" },
        { new StringContent("SIM-SELESAI"), "template_code" },
        { new ByteArrayContent([1, 2]), "attachment[0]", "sesudah.jpg" },
    };
}
