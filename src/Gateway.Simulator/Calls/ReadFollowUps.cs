using System.Text.Json.Nodes;
using Gateway.Simulator.Book;
using Gateway.Simulator.Masters;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Calls;

/// <summary>GET /complaints/{id}/followups: the follow-ups of a complaint, ten to a page, oldest first.</summary>
internal sealed class ReadFollowUps(ComplaintBook book)
{
    private const int PageSize = 10;

    public Task<Answer> CarryOutAsync(HttpRequest request) => Task.FromResult(NamedComplaint.Find(book, request) is { } complaint
        ? Paging.Cut(request, book.FollowUpsOf(complaint.Id), PageSize, Write)
        : NamedComplaint.Unknown());

    private static JsonObject Write(StoredFollowUp followUp)
    {
        var code = followUp.Fields.GetValueOrDefault("template_code");
        return new JsonObject
        {
            ["id"] = followUp.Id,
            ["institution_from_name"] = Institutions.Find(followUp.Fields.GetValueOrDefault("institution_from_id"))?.Name,
            ["institution_to_name"] = Institutions.Find(followUp.Fields.GetValueOrDefault("institution_to_id"))?.Name,
            ["content"] = followUp.Fields.GetValueOrDefault("content"),
            ["template_code"] = code,
            ["template_content"] = Templates.Find(code)?.Content,
            ["attachments"] = new JsonArray([.. followUp.Attachments.Select(Write)]),
            ["created_at"] = WireTime.DayFirst(followUp.At),
        };
    }

    private static JsonObject Write(StoredFile file) => new() { ["id"] = file.Id, ["name"] = file.Name };
}
