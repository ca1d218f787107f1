namespace Gateway.Server.Composition;

/// <summary>Resolves secrets given by reference. A message names the reference, never the value.</summary>
internal static class Secrets
{
    /// <summary><c>env:NAME</c> and <c>file:PATH</c> become the secret; other text is itself.</summary>
    /// <exception cref="InvalidOperationException">The variable or file is not there.</exception>
    public static string Resolve(string reference)
    {
        if (reference.StartsWith("env:", StringComparison.Ordinal))
        {
            return Environment.GetEnvironmentVariable(reference[4..])
                ?? throw new InvalidOperationException($"The environment variable '{reference[4..]}' is not set. Set it, or change the reference '{reference}' in the registry.");
        }

        if (!reference.StartsWith("file:", StringComparison.Ordinal)) return reference;
        try
        {
            return File.ReadAllText(reference[5..]).TrimEnd('\r', '\n');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The secret file '{reference[5..]}' cannot be read: {exception.GetType().Name}.", exception);
        }
    }
}
