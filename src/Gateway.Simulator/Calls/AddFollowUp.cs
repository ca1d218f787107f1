using System.Text.Json.Nodes;
using Gateway.Simulator.Book;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Calls;

/// <summary>POST /complaints/followup/add: adds a follow-up (tindak lanjut) with its files to a complaint.</summary>
internal sealed class AddFollowUp(ComplaintBook book)
{
    public async Task<Answer> CarryOutAsync(HttpRequest request)
    {
        if (await MultipartBody.ReadAsync(request) is not { } form)
            return Answer.Failed(400, "The body must be multipart/form-data.");
        foreach (var required in new[] { "complaint_id", "content" })
        {
            if (string.IsNullOrWhiteSpace(form[required]))
                return Answer.Unprocessable(required, $"The {required} field is required.");
        }

        if (NamedComplaint.Find(book, form["complaint_id"]) is not { } complaint)
            return NamedComplaint.Unknown();
        if (form.Files.FirstOrDefault(file => !file.Name.StartsWith("attachment[", StringComparison.Ordinal)) is { } stray)
            return Answer.Unprocessable(stray.Name, "Files must be named attachment[0], attachment[1], ...");

        var files = new List<IncomingFile>();
        foreach (var file in form.Files)
            files.Add(await MultipartBody.ReadFileAsync(file));
        var stored = book.AddFollowUp(complaint.Id, form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()), files);
        return Answer.Ok(new JsonObject { ["message"] = "Berhasil", ["results"] = new JsonObject { ["id"] = stored.Id } });
    }
}
