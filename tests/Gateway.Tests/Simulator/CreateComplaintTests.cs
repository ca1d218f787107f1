using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Gateway.Simulator;

namespace Gateway.Tests.Simulator;

public sealed class CreateComplaintTests
{
    [TestCase(AnswerVariant.ComplaintId, "complaint_id")]
    [TestCase(AnswerVariant.ResultsComplaintId, "results.complaint.id")]
    [TestCase(AnswerVariant.DataComplaintId, "data.complaint_id")]
    [TestCase(AnswerVariant.DataResultsComplaintId, "data.results.complaint.id")]
    public async Task AnswersTheIdWhereTheVariantPutsIt(AnswerVariant variant, string path)
    {
        await using var centre = await Centre.OpenAsync(new SimulatorOptions { AnswerVariant = variant });

        var answer = await Centre.JsonAsync(await centre.CreateAsync());

        var id = path.Split('.').Aggregate(answer, (node, name) => node[name]!).GetValue<long>();
        Assert.That(id, Is.EqualTo(centre.Simulator.Received.Single().Id));
    }

    [Test]
    public async Task GivesIdsOfSevenDigitsThatIncrease()
    {
        await using var centre = await Centre.OpenAsync();

        var first = await centre.CreatedAsync();
        var second = await centre.CreatedAsync();

        Assert.That(second, Is.GreaterThan(first));
        Assert.That(first.ToString(CultureInfo.InvariantCulture), Has.Length.EqualTo(7));
    }

    [TestCase("title")]
    [TestCase("content")]
    [TestCase("date_of_incident")]
    public async Task RefusesAComplaintWithoutARequiredFieldAndNamesIt(string field)
    {
        await using var centre = await Centre.OpenAsync();
        var complaint = Centre.Complaint();
        complaint.Remove(field);

        var answer = await centre.CreateAsync(complaint);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Centre.JsonAsync(answer))["errors"]!.AsObject().Single().Key, Is.EqualTo(field));
        Assert.That(centre.Simulator.Complaints, Is.Zero);
    }

    [TestCase("12 Mei 2026")]
    [TestCase("2026-13-01")]
    public async Task RefusesADateItCannotRead(string date)
    {
        await using var centre = await Centre.OpenAsync();
        var complaint = Centre.Complaint();
        complaint["date_of_incident"] = date;

        var answer = await centre.CreateAsync(complaint);

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("date_of_incident"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [TestCase("false")]
    [TestCase("null")]
    [TestCase("\"false\"")]
    [TestCase("\"[]\"")]
    public async Task TakesEveryWayToSayThatThereIsNoAttachment(string attachments)
    {
        await using var centre = await Centre.OpenAsync();
        var complaint = Centre.Complaint();
        complaint["attachments"] = JsonNode.Parse(attachments);

        Assert.That((await centre.CreateAsync(complaint)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(centre.Simulator.Received.Single().Attachments, Is.Empty);
    }

    [TestCase("[1001]", TestName = "RefusesAttachmentsThatAreAListInsteadOfAString")]
    [TestCase("\"1001\"", TestName = "RefusesAttachmentsThatAreNotAList")]
    [TestCase("\"[9999]\"", TestName = "RefusesAnAttachmentThatWasNeverUploaded")]
    [TestCase("true", TestName = "RefusesAttachmentsThatAreTrue")]
    public async Task RefusesAttachments(string attachments)
    {
        await using var centre = await Centre.OpenAsync();
        await centre.Http.PostAsync("complaints/complaint/file", Centre.Upload(("foto.jpg", [1])));

        var answer = await centre.CreateAsync(Centre.Complaint(attachments: JsonNode.Parse(attachments)));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(centre.Simulator.Complaints, Is.Zero);
    }

    [TestCase("[]")]
    [TestCase("judul=Lampu")]
    [TestCase("")]
    public async Task RefusesABodyThatIsNoJsonObject(string body)
    {
        await using var centre = await Centre.OpenAsync();

        var answer = await centre.Http.PostAsync("complaints/complaint", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task CountsAComplaintAsDoubledWhenItsNumberCameBefore()
    {
        await using var centre = await Centre.OpenAsync();
        await centre.CreateAsync(Centre.Complaint("G7K2-M9QX-4TVB-3H"));
        await centre.CreateAsync(Centre.Complaint("G7K2-M9QX-4TVB-3H"));
        await centre.CreateAsync(Centre.Complaint("G5N8-M9QX-4TVB-3H"));
        await centre.CreateAsync(Centre.Complaint(null));
        await centre.CreateAsync(Centre.Complaint(null));

        Assert.That(centre.Simulator.Complaints, Is.EqualTo(5));
        Assert.That(centre.Simulator.Doubled, Is.EqualTo(1));
        Assert.That(centre.Simulator.Received[3].Number, Is.Null);
    }

    [Test]
    public async Task LetsOnlyTheRightHeadersIn()
    {
        await using var centre = await Centre.OpenAsync(new SimulatorOptions { Authorization = "Bearer rahasia", Token = "{kunci}" });

        Assert.That((await centre.CreateAsync()).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        centre.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer rahasia");
        Assert.That((await centre.CreateAsync()).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        centre.Http.DefaultRequestHeaders.TryAddWithoutValidation("token", "{kunci}");
        Assert.That((await centre.CreateAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
