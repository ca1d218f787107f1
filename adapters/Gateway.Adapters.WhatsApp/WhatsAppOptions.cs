using Gateway.Adapters.WhatsApp.Archives;
using Gateway.Adapters.WhatsApp.Parsing;

namespace Gateway.Adapters.WhatsApp;

/// <summary>The section <c>whatsapp:</c> of a channel.</summary>
internal sealed record WhatsAppOptions
{
    /// <summary>Watched folder, relative to the data folder. Null: exports are uploaded or imported by hand.</summary>
    public string? Folder { get; init; }

    /// <summary>Names and numbers of the agency's own people; what they write is no complaint.</summary>
    public IReadOnlyList<string> Officers { get; init; } = [];

    /// <summary>In a group: messages of one citizen at most this far apart are one complaint. Default 30 minutes.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>In a chat with one citizen: silence after which a new complaint begins. Default 12 hours.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long a lone picture, "?" or "gimana pak" joins what its sender wrote before. Default 3 days.</summary>
    public TimeSpan Matter { get; init; } = TimeSpan.FromHours(72);

    /// <summary>When there are any, only what holds one of these words is a complaint. Default none.</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    /// <summary>An officer's answer for exports in which nothing tells day from month. Null: such an export waits in quarantine.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>The zone of the phone that exported. Default WITA.</summary>
    public TimeZoneInfo Zone { get; init; } = Wita;

    /// <summary>Hides the reporter's name from the public; default true, a citizen wrote to an office and not to a public site.</summary>
    public bool Anonim { get; init; } = true;

    /// <summary>Time between two looks at the folder. Default 10 seconds.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(10);

    public ArchiveLimits Limits { get; init; } = ArchiveLimits.Default;

    public static TimeZoneInfo Wita { get; } = TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Makassar", out var zone)
        ? zone
        : TimeZoneInfo.CreateCustomTimeZone("Asia/Makassar", TimeSpan.FromHours(8), "WITA", "WITA");
}
