using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;

namespace Gateway.Tests.Simulator;

/// <summary>Holds the contract file and the simulator to each other, in both directions.</summary>
public sealed class ContractTests
{
    private static readonly ContractFile Contract = ContractFile.Read();

    private static IEnumerable<string> Calls => Contract.Calls;

    [Test]
    public void NamesTheEightCalls() => Assert.That(Contract.Calls, Is.EquivalentTo(new[]
    {
        "POST /complaints/complaint/file",
        "POST /complaints/complaint",
        "POST /complaints/process/{id}/reject",
        "GET /complaints/{id}/complaint",
        "GET /complaints/{id}/followups",
        "POST /complaints/followup/add",
        "GET /masters/institutions/external",
        "GET /masters/templates",
    }));

    [Test]
    public void NamesEverySubmitFieldAndNoOther() => Assert.That(Contract.SubmitFields, Is.EquivalentTo(new[]
    {
        "title", "content", "channel", "is_new_user_slider", "user_id", "is_inbox", "is_disposisi_slider", "classification_id",
        "disposition_id", "category_id", "priority_program_id", "location_id", "community_id", "date_of_incident", "copy_externals",
        "info_disposition", "info_attachments", "tags_raw", "is_approval", "is_anonymous", "is_secret", "is_priority", "attachments",
    }));

    [Test]
    public void NamesEveryFieldOfAFollowUp() => Assert.That(Contract.FollowUpFields, Is.EquivalentTo(new[]
    {
        "user_id", "institution_from_id", "institution_to_id", "complaint_id", "info_disposition", "template_code",
        "rating", "is_secret", "content",
    }));

    [Test]
    public void StandsByItself() =>
        Assert.That(Contract.References, Is.Not.Empty.And.All.Matches<string>(reference => Contract.Has(reference!)));

    [Test]
    public void SaysHowCertainItIsInThreeWordsOnly() => Assert.That(
        Contract.Certainties, Is.Not.Empty.And.All.AnyOf("official", "seen-in-one-client", "unverified"));

    [TestCaseSource(nameof(Calls))]
    public async Task AnswersEveryCallOfTheContract(string call)
    {
        await using var centre = await Centre.OpenAsync();
        var id = await centre.CreatedAsync();
        var (method, path) = (call.Split(' ')[0], call.Split(' ')[1].Replace("{id}", $"{id}", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(new HttpMethod(method), path.TrimStart('/'));
        if (method == "POST")
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");

        var answer = await centre.Http.SendAsync(request);

        Assert.That(answer.StatusCode, Is.Not.EqualTo(HttpStatusCode.NotFound).And.Not.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(answer.Headers.Contains("X-Simulator"), Is.True);
    }

    [Test]
    public async Task HasNoRouteOfTheCentreThatTheContractDoesNotName()
    {
        await using var centre = await Centre.OpenAsync();

        var routes = centre.Simulator.Endpoints
            .Where(route => route.RoutePattern.RawText is { } path && !IsOurs(path))
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                .Select(method => $"{method} {route.RoutePattern.RawText}"));

        Assert.That(routes, Is.EquivalentTo(Contract.Calls));
    }

    [TestCase("complaints/complaints")]
    [TestCase("masters/categories")]
    [TestCase("favicon.ico")]
    public async Task SaysInJsonThatItHasNoOtherRoute(string path)
    {
        await using var centre = await Centre.OpenAsync();

        var answer = await centre.Http.GetAsync(path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((string?)(await Centre.JsonAsync(answer))["message"], Does.Contain(path));
        Assert.That(answer.Headers.Contains("X-Simulator"), Is.True);
    }

    private static bool IsOurs(string path) => path == "/" || path.StartsWith("/_simulator/", StringComparison.Ordinal);
}
