using System.Text.Json.Nodes;
using Gateway.Simulator.Book;
using Gateway.Simulator.Masters;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Calls;

/// <summary>GET /complaints/{id}/complaint: the complaint, where it stands and how it came there.</summary>
internal sealed class ReadComplaint(ComplaintBook book)
{
    public Task<Answer> CarryOutAsync(HttpRequest request) =>
        Task.FromResult(NamedComplaint.Find(book, request) is { } complaint ? Tell(complaint) : NamedComplaint.Unknown());

    private Answer Tell(StoredComplaint complaint)
    {
        var steps = Timeline.Of(complaint, book.HandOnsOf(complaint.Id), book.FollowUpsOf(complaint.Id), book.StatusesOf(complaint.Id));
        var now = steps[^1];
        return Answer.Ok(new JsonObject
        {
            ["results"] = new JsonObject
            {
                ["data"] = new JsonObject
                {
                    ["id"] = complaint.Id,
                    ["title"] = JsonBody.Text(complaint.Fields, "title"),
                    ["content"] = JsonBody.Text(complaint.Fields, "content"),
                    ["date_of_incident"] = JsonBody.Text(complaint.Fields, "date_of_incident"),
                    ["status_code"] = now.Status.Code,
                    ["status_name"] = now.Status.Name,
                    ["disposition_id"] = now.At?.Id,
                    ["disposition_name"] = now.At?.Name,
                    ["status_logs"] = new JsonArray([.. steps.Select(StatusLog)]),
                },
                // Newest first, unlike status_logs: the order is not documented, so a reader must not lean on it.
                ["data_logs"] = new JsonArray([.. steps.Zip(steps.Skip(1), DataLog).Reverse()]),
            },
        });
    }

    private static JsonObject StatusLog(TimelineStep step) => new()
    {
        ["status_code"] = step.Status.Code,
        ["status_name"] = step.Status.Name,
        ["date"] = WireTime.YearFirst(step.When),
    };

    private static JsonObject DataLog(TimelineStep before, TimelineStep after) => new()
    {
        ["content"] = before.At == after.At
            ? "Status laporan berubah dari {{status_old}} menjadi {{status_new}}"
            : "Terdisposisi dari {{institution_from}} ke {{institution_to}}",
        ["date"] = WireTime.YearFirst(after.When),
        ["institution_from"] = Name(before.At),
        ["institution_to"] = Name(after.At),
        // A JSON string, not an object: seen so.
        ["data"] = new JsonObject
        {
            ["status_old"] = new JsonObject { ["name"] = before.Status.Name },
            ["status_new"] = new JsonObject { ["name"] = after.Status.Name },
        }.ToJsonString(SimulatorJson.Options),
    };

    private static JsonObject? Name(MasterRow? institution) =>
        institution is null ? null : new() { ["id"] = institution.Id, ["name"] = institution.Name };
}
