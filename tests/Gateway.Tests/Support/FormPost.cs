using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Support;

/// <summary>A post of the web form with files, as a browser sends it.</summary>
internal static class FormPost
{
    public static async Task<RawItem> OfAsync(IReadOnlyDictionary<string, string> fields, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "lampiran", name);
        return new RawItem { File = "post", MediaType = form.Headers.ContentType!.ToString(), Content = new BytesContent(await form.ReadAsByteArrayAsync()) };
    }
}
