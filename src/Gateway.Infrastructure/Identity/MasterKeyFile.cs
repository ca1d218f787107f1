using System.Security.Cryptography;

namespace Gateway.Infrastructure.Identity;

/// <summary>
/// Reads the master key by its reference. The embedded default is made once, atomically and durably, before anything is sealed under
/// it; it is never made anew beside a ledger that was sealed under another.
/// </summary>
public static class MasterKeyFile
{
    private const string Env = "env:";
    private const string FromFile = "file:";

    /// <summary>The 32 bytes of the master key.</summary>
    /// <param name="made">True when the default was made just now: say so, it must be kept apart from the backups.</param>
    /// <exception cref="MasterKeyUnavailableException">The key is missing or no key.</exception>
    public static byte[] Load(MasterKeyOptions options, out bool made)
    {
        made = false;
        if (options.Reference is { } reference)
        {
            if (reference.StartsWith(Env, StringComparison.Ordinal)) return FromEnvironment(reference);
            if (reference.StartsWith(FromFile, StringComparison.Ordinal)) return Read(reference[FromFile.Length..]);
            throw new MasterKeyUnavailableException($"The master key reference must begin with 'env:' or 'file:', not '{reference.Split(':')[0]}'.") { Code = "reference", Values = [reference.Split(':')[0]] };
        }

        if (File.Exists(options.DefaultPath)) return Read(options.DefaultPath);
        if (options.LedgerPath is { } ledger && File.Exists(ledger))
            throw new MasterKeyUnavailableException(
                $"The ledger '{ledger}' exists but its master key '{options.DefaultPath}' does not. Put the key back from where it was kept: a new one would open nothing.")
            { Code = "gone", Values = [ledger, options.DefaultPath] };
        made = Make(options.DefaultPath);
        return Read(options.DefaultPath);
    }

    private static byte[] FromEnvironment(string reference)
    {
        var name = reference[Env.Length..];
        var text = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrWhiteSpace(text)) throw new MasterKeyUnavailableException($"The master key is not set: the environment has no '{name}'.") { Code = "not-set", Values = [name] };
        return Decode(text, reference);
    }

    private static byte[] Read(string path)
    {
        try
        {
            return Decode(File.ReadAllText(path), FromFile + path);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyUnavailableException($"The master key '{path}' cannot be read: {failed.Message}", failed) { Code = "unreadable", Values = [path, failed.Message] };
        }
    }

    private static byte[] Decode(string text, string reference)
    {
        var key = new byte[AesVault.KeyLength + 1];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == AesVault.KeyLength
            ? key[..length]
            : throw new MasterKeyUnavailableException($"What stands at '{reference}' is no master key: it must be {AesVault.KeyLength} bytes as base64 (openssl rand -base64 32).") { Code = "no-key", Values = [reference, $"{AesVault.KeyLength}"] };
    }

    /// <summary>Writes a new key under a name of its own and links it to its place, so that of two processes that start at once only one makes it.</summary>
    private static bool Make(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var partial = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var file = new FileStream(partial, options))
            {
                file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(AesVault.KeyLength)) + "\n"));
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: false);
            FolderSync.Flush(folder);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyUnavailableException($"The master key '{path}' cannot be made: {failed.Message}", failed) { Code = "not-made", Values = [path, failed.Message] };
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
