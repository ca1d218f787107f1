using Gateway.Contracts;
using Gateway.Core.Identity;

namespace Gateway.Infrastructure.Payloads;

/// <summary>A payload file as raw content, unsealed chunk by chunk while it is read.</summary>
internal sealed class SealedContent(string path, string name, long length, IVault vault, byte[] wrappedKey) : IRawContent
{
    public long Length => length;

    public Stream Open()
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16);
        try
        {
            var header = new byte[PayloadFormat.HeaderLength];
            if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || PayloadFormat.ReadHeader(header) != length)
                throw new IOException($"The payload '{name}' is not what the ledger says it is: restore the file from a backup.");
            return new UnsealingStream(file, name, length, vault, wrappedKey);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
