using System.Globalization;
using System.Text.Json.Nodes;

namespace Gateway.Adapters.Email;

/// <summary>One section of a channel's settings, read with a sentence for each fault: the value, and what to write instead.</summary>
internal sealed class Settings(string channel, string name, JsonObject section, List<string> faults)
{
    public string? Text(string key) =>
        section[key] is JsonValue value && value.ToString().Trim() is { Length: > 0 } text ? text : null;

    public string Required(string key, string remedy)
    {
        if (Text(key) is { } text) return text;
        faults.Add($"Channel '{channel}': {name}.{key} is missing. Write {remedy}.");
        return "";
    }

    public int Port(int usual) => Text("port") switch
    {
        null => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535 => port,
        var text => Fault("port", text, $"a number from 1 to 65535, for example {usual}", usual),
    };

    public TimeSpan Duration(string key, TimeSpan usual) => Text(key) switch
    {
        null => usual,
        var text when Durations.TryParse(text, out var duration) => duration,
        var text => Fault(key, text, "a duration of 1s to 24h such as 30s, 5m or 1h", usual),
    };

    public bool Flag(string key, bool usual) => Text(key)?.ToLowerInvariant() switch
    {
        null => usual,
        "true" => true,
        "false" => false,
        var other => Fault(key, other, "true or false", usual),
    };

    public Settings? Section(string key)
    {
        if (section[key] is null) return null;
        if (section[key] is JsonObject inner) return new Settings(channel, $"{name}.{key}", inner, faults);
        return Fault<Settings?>(key, section[key]!.ToString(), "a section {host: ..., user: ..., password: ...}", null);
    }

    /// <summary>A mistyped name would silently leave a default in force.</summary>
    public void RefuseOthers(IReadOnlyCollection<string> known)
    {
        foreach (var (key, _) in section)
        {
            if (!known.Contains(key)) faults.Add($"Channel '{channel}': {name}.{key} is not a setting. Known are {string.Join(", ", known)}.");
        }
    }

    public T Fault<T>(string key, string value, string remedy, T instead)
    {
        faults.Add($"Channel '{channel}': {name}.{key} is '{value}'. Write {remedy}.");
        return instead;
    }
}
