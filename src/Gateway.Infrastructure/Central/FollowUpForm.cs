using System.Globalization;
using System.Net.Http.Headers;
using Gateway.Core.Forwarding;

namespace Gateway.Infrastructure.Central;

/// <summary>The multipart form of a follow-up: its fields as text, its files as <c>attachment[0]</c>, <c>attachment[1]</c> and so on.</summary>
internal static class FollowUpForm
{
    public static MultipartFormDataContent Of(FollowUpPost post)
    {
        var form = UploadForm.Empty();
        foreach (var (name, value) in post.Fields) form.Add(PartOf(name, value));
        for (var i = 0; i < post.Files.Count; i++) form.Add(UploadForm.PartOf(post.Files[i], string.Create(CultureInfo.InvariantCulture, $"attachment[{i}]")));
        return form;
    }

    private static StringContent PartOf(string name, string value)
    {
        // Quoted, and without what could end it: a name comes from the settings.
        var plain = string.Concat(name.Where(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '[' or ']'));
        var part = new StringContent(value);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/plain", "utf-8");
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{plain}\"");
        return part;
    }
}
