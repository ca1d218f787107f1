using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Simulator;

namespace Gateway.Tests.Simulator;

/// <summary>What the simulator really answers is what the contract file describes.</summary>
public sealed class AnswerShapeTests
{
    private static readonly ContractFile Contract = ContractFile.Read();

    [Test]
    public async Task AnswersACreateAsTheContractDescribes([Values] AnswerVariant variant)
    {
        await using var centre = await Centre.OpenAsync(new SimulatorOptions { AnswerVariant = variant });

        AssertIs("CreateAnswer", await Centre.JsonAsync(await centre.CreateAsync()));
    }

    [Test]
    public async Task AnswersEveryOtherCallAsTheContractDescribes()
    {
        await using var centre = await Centre.OpenAsync();
        AssertIs("UploadAnswer", await Centre.JsonAsync(
            await centre.Http.PostAsync("complaints/complaint/file", Centre.Upload(("foto.jpg", [1]), ("surat.pdf", [2])))));
        var id = await centre.CreatedAsync();
        await centre.Http.PostAsJsonAsync(
            $"complaints/process/{id}/reject", new JsonObject { ["is_request"] = 1, ["not_authority"] = 1, ["reason"] = "101" });
        using var followUp = new MultipartFormDataContent
        {
            { new StringContent($"{id}"), "complaint_id" },
            { new StringContent("Selesai."), "content" },
        };
        await centre.Http.PostAsync("complaints/followup/add", followUp);

        AssertIs("ComplaintAnswer", await centre.GetJsonAsync($"complaints/{id}/complaint"));
        AssertIs("FollowUpsAnswer", await centre.GetJsonAsync($"complaints/{id}/followups?page=1"));
        AssertIs("InstitutionsAnswer", await centre.GetJsonAsync("masters/institutions/external?page_size=1000"));
        AssertIs("TemplatesAnswer", await centre.GetJsonAsync("masters/templates?page_size=1000"));
        AssertIs("ErrorAnswer", await Centre.JsonAsync(await centre.CreateAsync([])));
    }

    [Test]
    public void DescribesTheSubmitThatTheTestsSend() => AssertIs("Submit", Centre.Complaint(attachments: "[1001,1002]"));

    [TestCase("Submit", """{"title":"Lampu padam","content":"Padam","date_of_incident":"2026-05-12","attachments":[1,2]}""")]
    [TestCase("Submit", """{"title":"Lampu padam","date_of_incident":"2026-05-12"}""")]
    [TestCase("CreateAnswer", """{"message":"Berhasil"}""")]
    [TestCase("InstitutionsAnswer", """{"results":{"data":[{"id":1}]}}""")]
    public void DoesNotDescribeAnything(string schema, string body) =>
        Assert.That(ContractSchemas.Describes(Contract.Schemas, schema, JsonNode.Parse(body)!), Is.False);

    private static void AssertIs(string schema, JsonNode body) =>
        Assert.That(ContractSchemas.Describes(Contract.Schemas, schema, body), Is.True, $"{schema}: {body}");
}
