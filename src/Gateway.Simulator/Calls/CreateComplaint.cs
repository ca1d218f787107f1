using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Simulator.Book;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Calls;

/// <summary>POST /complaints/complaint: takes a complaint and answers its id where the variant puts it.</summary>
internal sealed class CreateComplaint(ComplaintBook book, AnswerVariant variant, int? limit)
{
    public async Task<Answer> CarryOutAsync(HttpRequest request)
    {
        if (await JsonBody.ReadObjectAsync(request) is not { } fields)
            return Answer.Failed(400, "The body must be a JSON object.");
        foreach (var required in new[] { "title", "content", "date_of_incident" })
        {
            if (string.IsNullOrWhiteSpace(JsonBody.Text(fields, required)))
                return Answer.Unprocessable(required, $"The {required} field is required.");
        }

        if (JsonBody.Text(fields, "content")!.Length > limit)
            return Answer.Unprocessable("content", $"The content may not be greater than {limit} characters.");
        if (!IsDate(JsonBody.Text(fields, "date_of_incident")!))
            return Answer.Unprocessable("date_of_incident", "The date_of_incident is not a valid date.");
        if (AttachmentList.Read(fields) is not { } named)
            return Answer.Unprocessable("attachments", "The attachments must be a string such as \"[1,2]\", or false.");
        var attachments = named.Select(book.FindFile).ToList();
        if (attachments.IndexOf(null) is >= 0 and var at)
            return Answer.Unprocessable("attachments", $"The attachment {named[at]} is unknown.");

        var stored = book.AddComplaint(fields, JsonBody.Text(fields, "content")!, attachments.ConvertAll(file => file!));
        return Answer.Ok(Tell(stored.Id));
    }

    private JsonObject Tell(long id) => variant switch
    {
        AnswerVariant.ResultsComplaintId => new() { ["results"] = new JsonObject { ["complaint"] = new JsonObject { ["id"] = id } } },
        AnswerVariant.DataComplaintId => new() { ["data"] = new JsonObject { ["complaint_id"] = id } },
        AnswerVariant.DataResultsComplaintId => new()
        {
            ["data"] = new JsonObject { ["results"] = new JsonObject { ["complaint"] = new JsonObject { ["id"] = id } } },
        },
        _ => new() { ["complaint_id"] = id },
    };

    // The contract does not know the format, so anything that begins with a whole date is let through.
    private static bool IsDate(string text) =>
        DateTime.TryParseExact(
            text,
            ["yyyy-MM-dd", "dd-MM-yyyy", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _);
}
