using Gateway.Core.Destinations;

namespace Gateway.Server.Composition;

/// <summary>The secrets that the headers of a destination name. One that is missing is no trouble of the network, though nothing can be sent without it.</summary>
internal static class HeaderSecrets
{
    /// <summary>Headers whose secret is not there or empty, with the reference as the registry gives it.</summary>
    public static IReadOnlyList<(string Header, string Reference)> MissingOf(Destination destination) =>
        [.. destination.Headers.Where(header => IsMissing(header.Value)).Select(header => (header.Key, header.Value))];

    private static bool IsMissing(string reference)
    {
        try
        {
            return Secrets.Resolve(reference).Length == 0;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
