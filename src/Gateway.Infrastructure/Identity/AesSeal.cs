using System.Security.Cryptography;
using System.Text;

namespace Gateway.Infrastructure.Identity;

/// <summary>The layout of a seal: version 1, nonce of 12 random bytes, ciphertext, tag of 16 bytes. The purpose is authenticated with it.</summary>
internal static class AesSeal
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, string purpose)
    {
        var result = new byte[Overhead + plain.Length];
        result[0] = Version;
        var nonce = result.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, result.AsSpan(1 + NonceLength, plain.Length), result.AsSpan(result.Length - TagLength), Encoding.UTF8.GetBytes(purpose));
        return result;
    }

    /// <exception cref="CryptographicException">Altered or cut bytes, another key, purpose or version.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> sealedBytes, string purpose)
    {
        if (sealedBytes.Length < Overhead) throw new CryptographicException("The sealed bytes are cut short.");
        if (sealedBytes[0] != Version) throw new CryptographicException($"Seals of version {sealedBytes[0]} are not known to this gateway.");
        var plain = new byte[sealedBytes.Length - Overhead];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(
            sealedBytes.Slice(1, NonceLength),
            sealedBytes.Slice(1 + NonceLength, plain.Length),
            sealedBytes[^TagLength..],
            plain,
            Encoding.UTF8.GetBytes(purpose));
        return plain;
    }
}
