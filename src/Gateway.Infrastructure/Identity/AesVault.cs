using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Gateway.Core.Identity;

namespace Gateway.Infrastructure.Identity;

/// <summary>
/// Keys and seals by AES-256-GCM under one master key. From it come, by HKDF, the key that wraps data keys and one key for each purpose
/// of an index; the master key itself touches no content.
/// </summary>
public sealed class AesVault : IVault, IDisposable
{
    /// <summary>Length of the master key and of each data key: 32 bytes (AES-256).</summary>
    public const int KeyLength = 32;

    private const string Wrapping = "gateway/wrapped-key";

    private readonly byte[] _master;
    private readonly byte[] _wrapping;
    private readonly ConcurrentDictionary<string, byte[]> _indexKeys = new(StringComparer.Ordinal);

    /// <param name="masterKey">32 bytes, see <see cref="MasterKeyFile"/>.</param>
    public AesVault(ReadOnlySpan<byte> masterKey)
    {
        if (masterKey.Length != KeyLength) throw new ArgumentException($"The master key must be {KeyLength} bytes, not {masterKey.Length}.", nameof(masterKey));
        _master = masterKey.ToArray();
        _wrapping = Derive("wrap");
    }

    public byte[] NewKey()
    {
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        try
        {
            return AesSeal.Seal(_wrapping, key, Wrapping);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public byte[] Seal(byte[] wrappedKey, ReadOnlySpan<byte> plain, string purpose)
    {
        var key = AesSeal.Open(_wrapping, wrappedKey, Wrapping);
        try
        {
            return AesSeal.Seal(key, plain, purpose);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public byte[] Open(byte[] wrappedKey, ReadOnlySpan<byte> sealedBytes, string purpose)
    {
        var key = AesSeal.Open(_wrapping, wrappedKey, Wrapping);
        try
        {
            return AesSeal.Open(key, sealedBytes, purpose);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public byte[] Index(string purpose, ReadOnlySpan<byte> value) =>
        HMACSHA256.HashData(_indexKeys.GetOrAdd(purpose, Derive, "index:"), value);

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_master);
        CryptographicOperations.ZeroMemory(_wrapping);
        foreach (var key in _indexKeys.Values) CryptographicOperations.ZeroMemory(key);
    }

    private byte[] Derive(string purpose, string family) => Derive(family + purpose);

    private byte[] Derive(string label) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _master, KeyLength, salt: null, info: Encoding.UTF8.GetBytes("gateway/" + label));
}
