using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Gateway.Core.Forwarding;

namespace Gateway.Infrastructure.Central;

/// <summary>The multipart form of an upload. Its boundary is random, so no file can guess it and add fields of its own.</summary>
internal static class UploadForm
{
    private const string Field = "attachments[]";

    public static MultipartFormDataContent Of(IReadOnlyList<UploadFile> files)
    {
        var form = Empty();
        foreach (var file in files) form.Add(PartOf(file, Field));
        return form;
    }

    /// <summary>A form without parts, under a boundary that nobody can guess.</summary>
    public static MultipartFormDataContent Empty()
    {
        var boundary = "gateway" + Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
        var form = new MultipartFormDataContent(boundary);
        // Unquoted: some servers take the quotes as part of the boundary.
        form.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + boundary);
        return form;
    }

    /// <summary>A file as a part of a form.</summary>
    /// <param name="file">The file.</param>
    /// <param name="field">Name of its field; ours, not a citizen's.</param>
    public static RawBody PartOf(UploadFile file, string field)
    {
        var part = new RawBody(file.Content);
        part.Headers.ContentType = MediaTypeHeaderValue.TryParse(file.MediaType, out var type) ? type : new("application/octet-stream");
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; {NameOf(file.Name)}");
        return part;
    }

    private static string NameOf(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var character in name)
            plain.Append(char.IsAsciiLetterOrDigit(character) || "._- ()".Contains(character, StringComparison.Ordinal) ? character : '_');
        var quoted = $"filename=\"{plain}\"";
        return plain.Equals(name) ? quoted : $"{quoted}; filename*=UTF-8''{Uri.EscapeDataString(name)}";
    }
}
