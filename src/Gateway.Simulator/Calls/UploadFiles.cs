using System.Text.Json.Nodes;
using Gateway.Simulator.Book;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Calls;

/// <summary>POST /complaints/complaint/file: takes all files of the call or none, and answers their ids in two lists.</summary>
internal sealed class UploadFiles(ComplaintBook book, long? limit)
{
    private const string Field = "attachments[]";

    public async Task<Answer> CarryOutAsync(HttpRequest request)
    {
        if (await MultipartBody.ReadAsync(request) is not { } form)
            return Answer.Failed(400, "The body must be multipart/form-data.");
        var files = form.Files.GetFiles(Field);
        if (files.Count == 0)
            return Answer.Unprocessable(Field, $"The {Field} field is required.");
        if (files.FirstOrDefault(file => !IsImage(file.FileName) && !IsDocument(file.FileName)) is { } refused)
            return Answer.Unprocessable(Field, $"The file {refused.FileName} must be a file of type: jpg, jpeg, png, pdf, doc, docx.");

        if (files.Sum(file => file.Length) is var sum && sum > limit)
            return Answer.Failed(413, $"The files have {sum} bytes together; {limit} are taken.");

        var incoming = new List<IncomingFile>();
        foreach (var file in files)
            incoming.Add(await MultipartBody.ReadFileAsync(file));
        var stored = book.AddFiles(incoming);
        return Answer.Ok(new JsonObject
        {
            ["message"] = "Berhasil",
            ["results"] = new JsonObject
            {
                ["images"] = List(stored.Where(file => IsImage(file.Name))),
                ["docs"] = List(stored.Where(file => !IsImage(file.Name))),
            },
        });
    }

    private static JsonArray List(IEnumerable<StoredFile> files) =>
        [.. files.Select(file => new JsonObject { ["id"] = file.Id, ["name"] = file.Name })];

    private static bool IsImage(string name) => Ending(name) is ".jpg" or ".jpeg" or ".png";

    private static bool IsDocument(string name) => Ending(name) is ".pdf" or ".doc" or ".docx";

    private static string Ending(string name) => Path.GetExtension(name).ToLowerInvariant();
}
