using System.Text.Json.Nodes;

namespace Gateway.Adapters.WebForm.Settings;

/// <summary><c>rate: 30/m</c>, or <c>rate: {address: 30/m, channel: 600/m}</c>: how many posts are taken from one address and on the channel.</summary>
/// <param name="Address">From one address.</param>
/// <param name="Channel">On the channel as a whole.</param>
internal sealed record RateSetting(Pace Address, Pace Channel)
{
    /// <summary>Enough for an office behind one address; a person presses a button a few times.</summary>
    public static RateSetting Usual { get; } = new(new Pace(30, TimeSpan.FromMinutes(1)), new Pace(600, TimeSpan.FromMinutes(1)));

    public static RateSetting? Read(JsonNode? node, List<string> faults)
    {
        if (node is JsonObject section)
        {
            foreach (var (name, _) in section.Where(entry => entry.Key is not ("address" or "channel")))
                faults.Add($"webform.rate.{name} is no setting; write address or channel.");
            return new RateSetting(
                section["address"] is { } address ? Pace.Read(address, "webform.rate.address", faults) ?? Usual.Address : Usual.Address,
                section["channel"] is { } channel ? Pace.Read(channel, "webform.rate.channel", faults) ?? Usual.Channel : Usual.Channel);
        }

        return Pace.Read(node, "webform.rate", faults) is { } pace ? new RateSetting(pace, Usual.Channel) : null;
    }
}
