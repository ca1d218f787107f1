namespace Gateway.Server.Composition;

/// <summary>The addresses of <c>Gateway:Http:Urls</c>, looked at before the server does: its own message is a stack trace.</summary>
internal static class ListenAddresses
{
    private const int LastPort = 65535;

    /// <summary>The addresses, one each.</summary>
    public static string[] Of(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The first that is no address to listen on; null when all are. TLS is the proxy's part.</summary>
    public static string? FaultOf(string urls)
    {
        var all = Of(urls);
        return all.Length == 0 ? urls : all.FirstOrDefault(url => !IsAddress(url));
    }

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme == Uri.UriSchemeHttp && address.PathBase.Length == 0 && (address.IsUnixPipe || address.Port is >= 0 and <= LastPort);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
