using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Gateway.Server.Composition;

/// <summary>The proxies of <c>Gateway:Http:TrustedProxies</c>: what they say of a sender is believed, what anybody else says is not.</summary>
internal static class TrustedProxies
{
    /// <summary>Null when there are none: then nobody is believed.</summary>
    public static ForwardedHeadersOptions? Of(string text)
    {
        var all = Split(text);
        if (all.Length == 0) return null;
        // One step: what stands further left was written by the sender.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var entry in all)
        {
            if (IPAddress.TryParse(entry, out var address)) options.KnownProxies.Add(address);
            else options.KnownIPNetworks.Add(IPNetwork.Parse(entry));
        }

        return options;
    }

    /// <summary>The first that is neither address nor network; null when all are.</summary>
    public static string? FaultOf(string text) => Split(text).FirstOrDefault(entry => !IPAddress.TryParse(entry, out _) && !IPNetwork.TryParse(entry, out _));

    private static string[] Split(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
