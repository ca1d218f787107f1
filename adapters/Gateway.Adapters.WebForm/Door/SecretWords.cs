namespace Gateway.Adapters.WebForm.Door;

/// <summary>The words of a secret, or null when they cannot be had: then nobody is let in and posts stay with their senders.</summary>
internal static class SecretWords
{
    public static string? Of(string reference, Func<string, string> secret)
    {
        try
        {
            return secret(reference) is { } words && !string.IsNullOrWhiteSpace(words) ? words.Trim() : null;
        }
        // At the edge: whatever keeps the secret from us, the post stays with its sender and can come again.
        catch (Exception)
        {
            return null;
        }
    }
}
