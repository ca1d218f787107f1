using Gateway.Simulator.Book;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Simulator.Calls;

/// <summary>Reads multipart bodies; a broken one is a null, not an exception.</summary>
internal static class MultipartBody
{
    private static readonly FormOptions Limits = new()
    {
        MultipartBodyLengthLimit = CentralSimulator.MaxRequestBytes,
        MemoryBufferThreshold = CentralSimulator.MaxRequestBytes,
        BufferBodyLengthLimit = CentralSimulator.MaxRequestBytes,
    };

    public static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            return await request.ReadFormAsync(Limits);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException)
        {
            return null;
        }
    }

    public static async Task<IncomingFile> ReadFileAsync(IFormFile file)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return new IncomingFile(file.FileName, bytes.ToArray());
    }
}
