using System.Text;
using Gateway.Adapters.WebForm.Door;
using Gateway.Adapters.WebForm.Settings;
using Gateway.Contracts;
using Microsoft.AspNetCore.Http;

namespace Gateway.Adapters.WebForm.Page;

/// <summary>Somebody at the page of a channel: in which language, before which notice, and how they are answered.</summary>
internal sealed record Visit(HttpContext Context, IntakeDoor Door, Channel Channel, FormSettings Settings, PageSetting Page)
{
    /// <summary><c>id</c>, or <c>en</c> when the address asks for it.</summary>
    public string Language { get; } = Context.Request.Query["lang"] == "en" ? "en" : "id";

    /// <summary>Name of the agency as people know it.</summary>
    public string Agency { get; } = Door.AgencyName(Channel.Agency) ?? Channel.Agency;

    public PrivacyNotice Notice => PrivacyNotice.Of(Page, Agency);

    /// <summary>The words of a key in the language of this visit.</summary>
    public string this[string key] => PageWords.Of(key, Language);

    /// <summary>
    /// Shows the form again with what was typed, and above it why it was not taken. Without a post (null) no form: an empty one would say
    /// that all is gone, while the browser still has it one page back.
    /// </summary>
    public Task RefuseAsync(IntakeAnswer answer, PagePost? post)
    {
        var (status, indonesian, english) = IntakeWords.Of(answer.Code);
        var (title, detail) = Language == "en" ? english : indonesian;
        if (answer.RetryAfter is { } seconds) Context.Response.Headers.RetryAfter = seconds;
        var why = new PageFault(null, $"{title}. {detail}");
        return WriteAsync(status, post is null ? FormView.Without(this, [why, new PageFault(null, this["back"])]) : FormView.Of(this, post with { Faults = [.. post.Faults, why] }));
    }

    public async Task WriteAsync(int status, string html)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        var headers = Context.Response.Headers;
        Context.Response.StatusCode = status;
        Context.Response.ContentType = "text/html; charset=utf-8";
        Context.Response.ContentLength = bytes.Length;
        headers.ContentLanguage = Language;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = PageFrame.Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (!HttpMethods.IsHead(Context.Request.Method)) await Context.Response.Body.WriteAsync(bytes, Context.RequestAborted);
    }
}
