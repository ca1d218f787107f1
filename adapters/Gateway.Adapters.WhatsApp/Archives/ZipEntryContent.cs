using Gateway.Contracts;
using Gateway.Contracts.Files;

namespace Gateway.Adapters.WhatsApp.Archives;

/// <summary>A file inside a zip, unpacked only while somebody reads it.</summary>
internal sealed class ZipEntryContent(IRawContent zip, int index, long length) : IRawContent
{
    public long Length => length;

    public Stream Open()
    {
        var archive = ZipReading.Open(zip);
        try
        {
            var entry = archive.Entries[index];
            return new BoundedStream(entry.Open(), length, entry.Crc32, archive);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }
}
