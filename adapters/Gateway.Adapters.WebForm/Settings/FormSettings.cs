using System.Text.Json.Nodes;
using Gateway.Adapters.WebForm.Presets;
using Gateway.Contracts;

namespace Gateway.Adapters.WebForm.Settings;

/// <summary>The <c>webform</c> section of a channel. What cannot be read keeps its default, and <see cref="Check"/> tells.</summary>
internal sealed record FormSettings
{
    private const string Known = "token, signature, map, defaults, preset, origins, rate, honeypot, page or repeatWithin";

    /// <summary>Bearer token of the posts, mostly as <c>env:NAME</c>. Null: posts from this machine only, unless they are signed.</summary>
    public string? Token { get; private init; }

    /// <summary>How posts are signed. Null: they are not.</summary>
    public SignatureSetting? Signature { get; private init; }

    /// <summary>Contract or reporter field to the fields of the form that fill it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Map { get; private init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Contract field to the words it has when the post says nothing.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; private init; } = new Dictionary<string, string>();

    /// <summary>The tool whose posts come here. Null: a form that names its fields plainly.</summary>
    public FormPreset? Preset { get; private init; }

    /// <summary>Sites whose pages may post from a browser. Empty: none may.</summary>
    public IReadOnlyList<string> Origins { get; private init; } = [];

    /// <summary>How many posts are taken. Null: the usual figures, for those who prove nothing.</summary>
    public RateSetting? Rate { get; private init; }

    /// <summary>Field that people do not see; whoever fills it is a machine. Null: none.</summary>
    public string? Honeypot { get; private init; }

    /// <summary>The page the gateway itself serves. Null: none.</summary>
    public PageSetting? Page { get; private init; }

    /// <summary>How long the same words of the same person are one press, when the form sends no Idempotency-Key.</summary>
    public TimeSpan RepeatWithin { get; private init; } = TimeSpan.FromMinutes(10);

    public static FormSettings Of(Channel channel) => Read(channel, []);

    public static IReadOnlyList<string> Check(Channel channel)
    {
        var faults = new List<string>();
        var settings = Read(channel, faults);
        if (settings.Origins.Count > 0 && channel.Settings["token"] is null && settings.Page is null)
            faults.Add("webform.origins lets no page in without webform.token; write a token too. In a page it is no secret, so write rate and honeypot as well.");
        return faults;
    }

    /// <summary>The settings for a post of the gateway's own page, which names its fields as the contract does.</summary>
    public FormSettings ForOwnPage() => this with
    {
        Map = new Dictionary<string, IReadOnlyList<string>>(),
        Preset = null,
        Honeypot = PageSetting.TrapOf(this),
    };

    private static FormSettings Read(Channel channel, List<string> faults)
    {
        var settings = new FormSettings();
        foreach (var (name, value) in channel.Settings) settings = With(settings, name, value, faults);
        return settings;
    }

    private static FormSettings With(FormSettings settings, string name, JsonNode? value, List<string> faults) => name switch
    {
        "token" => settings with
        {
            Token = SettingWords.Text(value, faults, "webform.token is empty; write env:NAME or file:PATH, or leave it out to take posts from this machine only."),
        },
        "signature" => settings with { Signature = SignatureSetting.Read(value, faults) },
        "map" => settings with { Map = FieldSettings.Map(value, faults) },
        "defaults" => settings with { Defaults = FieldSettings.Defaults(value, faults) },
        "preset" => settings with { Preset = FormPreset.Read(value, faults) },
        "origins" => settings with { Origins = OriginSetting.Read(value, faults) },
        "rate" => settings with { Rate = RateSetting.Read(value, faults) },
        "honeypot" => settings with
        {
            Honeypot = SettingWords.Text(value, faults, "webform.honeypot names no field; write the name of a field that people do not see, for example situs_web."),
        },
        "page" => settings with { Page = PageSetting.Read(value, faults) },
        "repeatWithin" => SettingWords.Duration(value) is { } within
            ? settings with { RepeatWithin = within }
            : Faulty(settings, faults, $"webform.repeatWithin '{value}' is no duration; write for example 10m, 30s or 1h."),
        _ => Faulty(settings, faults, $"webform.{name} is no setting; write {Known}."),
    };

    private static FormSettings Faulty(FormSettings settings, List<string> faults, string fault)
    {
        faults.Add(fault);
        return settings;
    }
}
