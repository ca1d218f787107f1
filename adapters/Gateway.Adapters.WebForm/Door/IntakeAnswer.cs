using System.Globalization;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Microsoft.AspNetCore.Http;

namespace Gateway.Adapters.WebForm.Door;

/// <summary>What the door says to a post: the tracking number, or a refusal as problem details (RFC 9457).</summary>
internal sealed record IntakeAnswer
{
    /// <summary>Tracking number; null when refused, and when a machine is answered as if it were none.</summary>
    public string? Number { get; private init; }

    /// <summary>Code of the refusal; empty when it was taken.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Seconds to wait before the next post; null when that is not the matter.</summary>
    public string? RetryAfter { get; private init; }

    public static IntakeAnswer TooMany(TimeSpan wait) => new() { Code = "too-many-posts", RetryAfter = Seconds(wait) };

    public static IntakeAnswer Refused(string code) => new() { Code = code };

    /// <summary>By what became of the post; the reason of a refusal stands in the receipt.</summary>
    public static IntakeAnswer Of(Receipt receipt)
    {
        if (receipt.Items.SelectMany(item => item.Numbers).FirstOrDefault() is { } number
            && receipt.Items.Any(item => item.Outcome is ItemOutcome.Complaint or ItemOutcome.Repeat or ItemOutcome.FollowUp))
        {
            return new() { Number = number };
        }

        // A machine is not told that it was found out. There is no number to give: an invented one would be a lie to a person.
        if (receipt.Items is [{ Outcome: ItemOutcome.Ignored, Reasons: [{ Code: "honeypot" }, ..] }]) return new();

        var codes = receipt.Items.SelectMany(item => item.Reasons).Select(reason => reason.Code).ToList();
        var known = codes.FirstOrDefault(code => code is "idempotency-key-reused" or "no-isi" or "form-unreadable");
        if (known is not null) return Refused(known);
        return Refused(receipt.Items.Any(item => item.Outcome == ItemOutcome.Ignored) ? "post-not-taken" : "form-unreadable");
    }

    public Task WriteAsync(HttpContext context, string language)
    {
        var response = context.Response;
        if (Code.Length == 0)
        {
            response.StatusCode = StatusCodes.Status202Accepted;
            if (Number is not null) response.Headers.Location = "/track/" + Number;
            return WriteAsync(context, "application/json", new { TrackingNumber = Number });
        }

        var (status, indonesian, english) = IntakeWords.Of(Code);
        var isEnglish = AnswerLanguage.Of(context.Request, language) == "en";
        var words = isEnglish ? english : indonesian;
        response.StatusCode = status;
        response.Headers.ContentLanguage = isEnglish ? "en" : "id";
        if (status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = Code == "token-wrong" ? "Bearer realm=\"intake\"" : "Signature realm=\"intake\"";
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests) response.Headers.RetryAfter = RetryAfter ?? "60";
        if (status is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status408RequestTimeout) response.Headers.Connection = "close";
        return WriteAsync(context, "application/problem+json", new { Type = "about:blank", words.Title, Status = status, words.Detail, Code });
    }

    private static string Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static async Task WriteAsync(HttpContext context, string mediaType, object body)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, ContractJson.Options);
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
