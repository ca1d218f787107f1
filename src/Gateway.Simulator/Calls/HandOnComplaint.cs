using System.Text.Json.Nodes;
using Gateway.Simulator.Book;
using Gateway.Simulator.Masters;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Calls;

/// <summary>POST /complaints/process/{id}/reject: hands a complaint on to the instansi that <c>reason</c> names.</summary>
internal sealed class HandOnComplaint(ComplaintBook book)
{
    public async Task<Answer> CarryOutAsync(HttpRequest request)
    {
        if (NamedComplaint.Find(book, request) is not { } complaint)
            return NamedComplaint.Unknown();
        if (await JsonBody.ReadObjectAsync(request) is not { } fields)
            return Answer.Failed(400, "The body must be a JSON object.");
        foreach (var flag in new[] { "is_request", "not_authority" })
        {
            if (JsonBody.Text(fields, flag) != "1")
                return Answer.Unprocessable(flag, $"The {flag} field must be 1.");
        }

        if (Institutions.Find(JsonBody.Text(fields, "reason")) is not { } institution)
            return Answer.Unprocessable("reason", "The reason must be the id of an institution.");
        book.AddHandOn(complaint.Id, institution.Id, JsonBody.Text(fields, "reason_description"));
        return Answer.Ok(new JsonObject { ["message"] = "Berhasil", ["results"] = new JsonObject { ["complaint_id"] = complaint.Id } });
    }
}
