using System.Text;
using System.Text.Json.Nodes;
using Gateway.Adapters.WebForm;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WebForm;

/// <summary>Posts and the channel they come to, as the tests of this room need them.</summary>
internal static class Posts
{
    public static readonly DateTimeOffset Received = new(2026, 6, 15, 9, 30, 0, TimeSpan.FromHours(8));

    public static Channel Channel(string settings = "{}") => new()
    {
        Key = "dishub-form",
        Agency = "dishub",
        Kind = "webform",
        Settings = JsonNode.Parse(settings)!.AsObject(),
    };

    public static RawItem Raw(string? mediaType, byte[] body, string? key = null) => new()
    {
        File = "post",
        MediaType = mediaType,
        Content = new BytesContent(body),
        Received = Received,
        Evidence = key is null ? new Dictionary<string, string>() : new() { ["idempotency-key"] = key },
    };

    public static RawItem Raw(string? mediaType, string body, string? key = null) => Raw(mediaType, Encoding.UTF8.GetBytes(body), key);

    public static RawItem Json(string body, string? key = null) => Raw("application/json", body, key);

    public static RawItem Urlencoded(string body, string? key = null) => Raw("application/x-www-form-urlencoded", body, key);

    public static Translation Translate(RawItem raw, Channel? channel = null) =>
        new WebFormAdapter().Translator.Translate(raw, channel ?? Channel()).Single();

    public static Complaint Complaint(RawItem raw, Channel? channel = null) => Translate(raw, channel).Complaints.Single();

    public static string[] Reasons(Translation translation) => [.. translation.Reasons.Select(r => r.Code)];
}
