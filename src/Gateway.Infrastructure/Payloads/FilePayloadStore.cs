using System.Security.Cryptography;
using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Identity;
using Gateway.Core.Payloads;

namespace Gateway.Infrastructure.Payloads;

/// <summary>
/// Sealed payloads in a folder, one file each; small ones are handed back to lie in the ledger. What <see cref="KeepAsync"/> returned
/// survives a power cut. (Claim Check)
/// </summary>
public sealed class FilePayloadStore : IPayloadStore
{
    private readonly FilePayloadOptions _options;
    private readonly IVault _vault;

    public FilePayloadStore(FilePayloadOptions options, IVault vault)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ChunkLength, PayloadFormat.LongestChunk / 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.ChunkLength);
        _options = options;
        _vault = vault;
        PrivateFolder.Make(options.Folder);
    }

    public async Task<StoredPayload> KeepAsync(string id, IRawContent content, byte[] wrappedKey, CancellationToken ct)
    {
        var length = content.Length;
        RefuseBelowReserve(length);
        if (length <= StoredPayload.InlineLimit) return await KeepInlineAsync(content, (int)length, wrappedKey, ct);

        var name = Convert.ToHexStringLower(_vault.Index("payload-name", Encoding.UTF8.GetBytes(id)));
        var path = Path.Combine(_options.Folder, name);
        var partial = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.tmp";
        try
        {
            await WriteAsync(partial, name, content, length, wrappedKey, ct);
            File.Move(partial, path, overwrite: true);
            FolderSync.Flush(_options.Folder);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }

        return new StoredPayload(null, name, length);
    }

    public IRawContent Open(StoredPayload payload, byte[] wrappedKey)
    {
        if (payload.Inline is { } inline) return new BytesContent(OpenInline(inline, wrappedKey));
        // The name comes from the ledger, but a name that leads out of the folder is refused all the same.
        if (payload.File is not { } file || file != Path.GetFileName(file)) throw new IOException("The payload has neither bytes nor a file of the store.");
        return new SealedContent(Path.Combine(_options.Folder, file), file, payload.Length, _vault, wrappedKey);
    }

    private byte[] OpenInline(byte[] inline, byte[] wrappedKey)
    {
        try
        {
            return _vault.Open(wrappedKey, inline, PayloadFormat.Inline);
        }
        catch (CryptographicException broken)
        {
            throw new IOException("A payload inside the ledger was altered or belongs to another key: restore the ledger from a backup.", broken);
        }
    }

    private async Task<StoredPayload> KeepInlineAsync(IRawContent content, int length, byte[] wrappedKey, CancellationToken ct)
    {
        var plain = new byte[length];
        await using var source = content.Open();
        await source.ReadExactlyAsync(plain, ct);
        await RefuseMoreAsync(source, ct);
        return new StoredPayload(_vault.Seal(wrappedKey, plain, PayloadFormat.Inline), null, length);
    }

    private async Task WriteAsync(string partial, string name, IRawContent content, long length, byte[] wrappedKey, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var source = content.Open();
        await using var target = new FileStream(partial, options);
        await target.WriteAsync(PayloadFormat.Header(length), ct);

        var chunk = new byte[_options.ChunkLength];
        var prefix = new byte[PayloadFormat.PrefixLength];
        var left = length;
        for (var index = 0L; left > 0; index++)
        {
            var plain = chunk.AsMemory(0, (int)Math.Min(left, chunk.Length));
            await source.ReadExactlyAsync(plain, ct);
            left -= plain.Length;
            var sealedChunk = _vault.Seal(wrappedKey, plain.Span, PayloadFormat.Purpose(name, index, left == 0));
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(prefix, sealedChunk.Length);
            await target.WriteAsync(prefix, ct);
            await target.WriteAsync(sealedChunk, ct);
        }

        await RefuseMoreAsync(source, ct);
        target.Flush(flushToDisk: true);
    }

    /// <summary>A file that grew while it was read is not what its length said: the source looks again.</summary>
    private static async Task RefuseMoreAsync(Stream source, CancellationToken ct)
    {
        if (await source.ReadAsync(new byte[1], ct) != 0) throw new IOException("The content grew while it was being kept. It is taken at the next look.");
    }

    private void RefuseBelowReserve(long length)
    {
        var free = new DriveInfo(_options.Folder).AvailableFreeSpace;
        if (free - length < _options.Reserve)
            throw new IntakeRefusedException(
                $"The disk under '{_options.Folder}' has {free >> 20} MiB left; {_options.Reserve >> 20} MiB are kept in reserve. Free space, then it goes on by itself.")
            { Code = "reserve", Values = [_options.Folder, $"{free >> 20}", $"{_options.Reserve >> 20}"] };
    }
}
