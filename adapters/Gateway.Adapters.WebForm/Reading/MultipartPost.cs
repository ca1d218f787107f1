using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>Reads <c>multipart/form-data</c>, what a form with a file box sends.</summary>
internal static class MultipartPost
{
    /// <exception cref="PostUnreadableException">No boundary, no end, or a part without a name.</exception>
    public static PostFields Read(ReadOnlyMemory<byte> body, string? boundary, Encoding charset)
    {
        // RFC 2046: 1 to 70 characters of ASCII.
        if (boundary is not { Length: > 0 and <= 70 } || !Ascii.IsValid(boundary)) throw new PostUnreadableException("boundary");
        using var stream = new Contracts.BytesContent(BareLineEnds.Repaired(body, boundary)).Open();
        var reader = new MultipartReader(boundary, stream, 1 << 14);
        var fields = new PostFields();
        try
        {
            while (Next(reader) is { } section) Add(fields, section, charset);
        }
        // The reader answers a body without an end with IOException, one past its own limits with InvalidDataException.
        catch (Exception fault) when (fault is IOException or InvalidDataException or FormatException or ArgumentException)
        {
            throw new PostUnreadableException("multipart");
        }

        return fields;
    }

    // All bytes are in memory: the task is complete when it is returned.
    private static MultipartSection? Next(MultipartReader reader) => reader.ReadNextSectionAsync().GetAwaiter().GetResult();

    private static void Add(PostFields fields, MultipartSection section, Encoding charset)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
            || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } name)
        {
            throw new PostUnreadableException("part-name");
        }

        using var copy = new MemoryStream();
        section.Body.CopyTo(copy);
        var bytes = copy.ToArray();
        if (disposition.FileName.HasValue || disposition.FileNameStar.HasValue)
        {
            var file = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
            // A file box left empty is sent as a file without a name and without bytes.
            if (bytes.Length > 0 || !string.IsNullOrEmpty(file)) fields.AddFile(file, bytes);
            return;
        }

        var own = MediaTypeHeaderValue.TryParse(section.ContentType, out var type) && type.Charset.HasValue ? PostCharset.Of(type.Charset.Value) : charset;
        fields.Add(name, PostCharset.Decode(own, bytes));
    }
}
