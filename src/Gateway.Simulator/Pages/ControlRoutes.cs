using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Simulator.Book;
using Gateway.Simulator.Calls;
using Gateway.Simulator.Faults;
using Gateway.Simulator.Masters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gateway.Simulator.Pages;

/// <summary>What the real centre does not have: the page, the lists of what was received, and the script of faults.</summary>
internal sealed class ControlRoutes(ComplaintBook book, FaultScript script, MasterTables tables)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", new ReceivedPage(book).WriteAsync);
        routes.MapGet("/_simulator/complaints", context => Answer.Ok(Complaints()).WriteAsync(context));
        routes.MapPost("/_simulator/complaints/{id}/status", MoveAsync);
        routes.MapGet("/_simulator/files/{id:long}", WriteFileAsync);
        routes.MapGet("/_simulator/faults", context => Answer.Ok(Faults()).WriteAsync(context));
        routes.MapPost("/_simulator/faults", AddFaultsAsync);
        routes.MapPost("/_simulator/masters", ChangeMastersAsync);
        routes.MapDelete("/_simulator/faults", context =>
        {
            script.Clear();
            return Answer.Ok(Faults()).WriteAsync(context);
        });
    }

    private JsonArray Complaints() => [.. book.Complaints.Select(complaint => new JsonObject
    {
        ["id"] = complaint.Id,
        ["number"] = complaint.Number,
        ["fields"] = JsonObject.Create(complaint.Fields),
        ["attachments"] = new JsonArray([.. complaint.Attachments.Select(file => new JsonObject
        {
            ["id"] = file.Id,
            ["name"] = file.Name,
            ["bytes"] = file.Bytes,
        })]),
        ["at"] = JsonSerializer.SerializeToNode(complaint.At),
        ["handOns"] = new JsonArray([.. book.HandOnsOf(complaint.Id).Select(handOn => (JsonNode)handOn.Institution)]),
        ["followUps"] = new JsonArray([.. book.FollowUpsOf(complaint.Id).Select(followUp => (JsonNode?)followUp.Fields.GetValueOrDefault("content"))]),
    })];

    // What the people at the centre do with a complaint: {"status": "Selesai"}.
    private async Task MoveAsync(HttpContext context)
    {
        var name = await JsonBody.ReadObjectAsync(context.Request) is { } fields ? JsonBody.Text(fields, "status") : null;
        if (NamedComplaint.Find(book, context.Request) is not { } complaint) await NamedComplaint.Unknown().WriteAsync(context);
        else if (string.IsNullOrWhiteSpace(name)) await Answer.Unprocessable("status", "The status field is required.").WriteAsync(context);
        else await Answer.Ok(new JsonObject { ["id"] = complaint.Id, ["status"] = book.AddStatus(complaint.Id, name.Trim()).Name }).WriteAsync(context);
    }

    private JsonArray Faults() => [.. script.Listing.Select(entry => new JsonObject
    {
        ["call"] = FaultNames.Of(entry.Fault.Call),
        ["fault"] = FaultNames.Of(entry.Fault.Kind),
        ["nth"] = entry.Fault.Nth,
        ["times"] = entry.Fault.Times,
        ["seconds"] = entry.Fault.Duration.TotalSeconds,
        ["status"] = entry.Fault.Status,
        ["seen"] = entry.Seen,
    })];

    private async Task AddFaultsAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var read = SimulatorFaults.Parse(await reader.ReadToEndAsync());
        script.Add(read.Faults);
        await (read.Problems.Count == 0 ? Answer.Ok(Faults()) : Answer.Failed(400, string.Join(' ', read.Problems))).WriteAsync(context);
    }

    // {"close": [101], "found": [{"id": 301, "name": "Dinas Contoh"}]}
    private async Task ChangeMastersAsync(HttpContext context)
    {
        try
        {
            var asked = await JsonSerializer.DeserializeAsync<MasterChange>(context.Request.Body, JsonSerializerOptions.Web);
            tables.Change(asked?.Close ?? [], asked?.Found ?? []);
            await Answer.Ok(new JsonObject { ["institutions"] = tables.Institutions.Count }).WriteAsync(context);
        }
        catch (JsonException problem)
        {
            await Answer.Failed(400, $"Write {{\"close\":[101],\"found\":[{{\"id\":301,\"name\":\"Dinas Contoh\"}}]}}: {problem.Message}").WriteAsync(context);
        }
    }

    private sealed record MasterChange(IReadOnlyCollection<long>? Close, IReadOnlyCollection<MasterRow>? Found);

    // Never rendered in a browser: a stored file is whatever a citizen sent.
    private async Task WriteFileAsync(HttpContext context)
    {
        var id = Convert.ToInt64(context.Request.RouteValues["id"], System.Globalization.CultureInfo.InvariantCulture);
        if (book.ReadBytes(id) is not { } bytes)
        {
            await Answer.Failed(404, $"There is no file {id}.").WriteAsync(context);
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{id}.bin\"";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.Body.WriteAsync(bytes);
    }
}
