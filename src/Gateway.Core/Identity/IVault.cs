namespace Gateway.Core.Identity;

/// <summary>
/// Keys and seals. Data keys are wrapped by a master key and only ever leave wrapped; destroying a wrapped key destroys what it sealed.
/// </summary>
public interface IVault
{
    /// <summary>A new random data key, wrapped by the master key.</summary>
    byte[] NewKey();

    /// <summary>Sealed bytes (authenticated encryption). The purpose is bound in: opening under another purpose fails.</summary>
    byte[] Seal(byte[] wrappedKey, ReadOnlySpan<byte> plain, string purpose);

    /// <summary>The plain bytes.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Altered bytes, another key or another purpose.</exception>
    byte[] Open(byte[] wrappedKey, ReadOnlySpan<byte> sealedBytes, string purpose);

    /// <summary>Keyed hash for exact look-up (32 bytes); without the master key it tells nothing. Purposes do not meet.</summary>
    byte[] Index(string purpose, ReadOnlySpan<byte> value);
}
