using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Gateway.Adapters.WebForm.Settings;
using Gateway.Contracts;
using Microsoft.AspNetCore.Http;

namespace Gateway.Adapters.WebForm.Door;

/// <summary>
/// How many posts are taken from one address and on one channel. A channel that writes a rate counts every post; otherwise only
/// what proves nothing is counted: posts of the page, and posts that are refused at the door.
/// </summary>
internal sealed class PostLimits : IDisposable
{
    private readonly PartitionedRateLimiter<(string Key, Pace Pace)> _limiter = PartitionedRateLimiter.Create<(string Key, Pace Pace), (string, Pace)>(
        asked => RateLimitPartition.GetTokenBucketLimiter(asked, partition => Bucket(partition.Item2)));

    /// <summary>Counts somebody at the door by their address.</summary>
    /// <returns>Null when they are within the limit; else how long to wait.</returns>
    public TimeSpan? Knock(HttpContext context, Channel channel, FormSettings settings) => Take(ByAddress(context, channel, settings.Rate ?? RateSetting.Usual));

    /// <summary>Counts a post that is let in: only such posts use up what the channel takes, so that strangers cannot close it.</summary>
    /// <returns>Null when the channel is within its limit; else how long to wait.</returns>
    public TimeSpan? Enter(Channel channel, FormSettings settings) => Take(($"channel/{channel.Key}", (settings.Rate ?? RateSetting.Usual).Channel));

    /// <summary>True when the address has used up what it may: its next post need not be read.</summary>
    public bool IsSpent(HttpContext context, Channel channel, FormSettings settings) =>
        _limiter.GetStatistics(ByAddress(context, channel, settings.Rate ?? RateSetting.Usual)) is { CurrentAvailablePermits: 0 };

    public void Dispose() => _limiter.Dispose();

    private TimeSpan? Take((string Key, Pace Pace) asked)
    {
        using var lease = _limiter.AttemptAcquire(asked);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : asked.Pace.Within;
    }

    private static (string Key, Pace Pace) ByAddress(HttpContext context, Channel channel, RateSetting rate) =>
        ($"address/{channel.Key}/{Place(context.Connection.RemoteIpAddress)}", rate.Address);

    // A house has a whole /64 of the new addresses: counted one by one, its limit would be none.
    private static string Place(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static TokenBucketRateLimiterOptions Bucket(Pace pace)
    {
        // The framework looks ten times in a second: what is faster comes in larger helpings.
        var helping = (int)Math.Ceiling(pace.Count * 0.1 / pace.Within.TotalSeconds);
        return new TokenBucketRateLimiterOptions { TokenLimit = pace.Count, TokensPerPeriod = helping, ReplenishmentPeriod = pace.Within * helping / pace.Count, QueueLimit = 0 };
    }
}
