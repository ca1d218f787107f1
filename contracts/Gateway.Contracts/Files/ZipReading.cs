using System.IO.Compression;

namespace Gateway.Contracts.Files;

/// <summary>Opens a zip for reading; what turns out to be none is closed at once, where the framework leaves that to whoever collects it.</summary>
public static class ZipReading
{
    /// <summary>The zip, which closes its bytes with itself. Judge it by <see cref="ZipDirectory"/> first.</summary>
    /// <exception cref="InvalidDataException">It is no zip, or damaged.</exception>
    /// <exception cref="IOException">The bytes cannot be read.</exception>
    public static ZipArchive Open(IRawContent content)
    {
        var bytes = content.Open();
        try
        {
            return new ZipArchive(bytes, ZipArchiveMode.Read);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }
}
