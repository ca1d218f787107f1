using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Adapters.WhatsApp.Archives;
using Gateway.Adapters.WhatsApp.Parsing;

namespace Gateway.Adapters.WhatsApp;

/// <summary>Reads <see cref="WhatsAppOptions"/> from the registry. A value that cannot be used is a sentence in <see cref="Faults"/>, and its default counts.</summary>
internal sealed class SettingsReader
{
    private const string Known = "folder, officers, window, silence, matter, triggers, dateOrder, zone, anonim, poll, maxEntries, maxTotalMiB, maxEntryMiB";

    private readonly JsonObject _settings;
    private readonly List<string> _faults = [];

    private SettingsReader(JsonObject settings) => _settings = settings;

    public IReadOnlyList<string> Faults => _faults;

    public WhatsAppOptions Options { get; private set; } = new();

    public static SettingsReader Read(JsonObject settings)
    {
        var reader = new SettingsReader(settings);
        reader.Options = reader.ReadAll();
        return reader;
    }

    private WhatsAppOptions ReadAll()
    {
        var names = Known.Split(", ");
        foreach (var (name, _) in _settings)
        {
            if (!names.Contains(name)) Fault($"Unknown setting whatsapp.{name}. Known are: {Known}.");
        }

        var defaults = new WhatsAppOptions();
        return new WhatsAppOptions
        {
            Folder = Folder(),
            Officers = List("officers", "a list of names or numbers: officers: [\"Dishub Kaltim\", \"0811-0000-0001\"]"),
            Triggers = List("triggers", "a list of words: triggers: [\"#lapor\"]"),
            DateOrder = Order(),
            Matter = Duration("matter", defaults.Matter),
            Window = Duration("window", defaults.Window),
            Silence = Duration("silence", defaults.Silence),
            Poll = Duration("poll", defaults.Poll),
            Zone = Zone(),
            Anonim = Flag("anonim", defaults.Anonim),
            Limits = new ArchiveLimits(
                (int)Number("maxEntries", ArchiveLimits.Default.Entries),
                Number("maxTotalMiB", ArchiveLimits.Default.TotalBytes / ArchiveLimits.MiB) * ArchiveLimits.MiB,
                Number("maxEntryMiB", ArchiveLimits.Default.EntryBytes / ArchiveLimits.MiB) * ArchiveLimits.MiB),
        };
    }

    private string? Folder()
    {
        if (!_settings.ContainsKey("folder")) return null;
        var folder = Text(_settings["folder"]);
        if (!string.IsNullOrWhiteSpace(folder) && !folder.Contains('\0', StringComparison.Ordinal)) return folder;
        Fault("whatsapp.folder is empty. Write a folder such as inbox/dishub-wa, or leave the line out when exports are uploaded.");
        return null;
    }

    private List<string> List(string name, string example)
    {
        if (_settings[name] is not { } node) return [];
        if (node is JsonArray list && list.All(item => !string.IsNullOrWhiteSpace(Text(item)))) return [.. list.Select(item => Text(item)!.Trim())];
        Fault($"whatsapp.{name} is {Shown(node)}. Write {example}.");
        return [];
    }

    private DateOrder? Order()
    {
        if (_settings["dateOrder"] is not { } node) return null;
        if (Text(node) is "dmy") return DateOrder.DayMonthYear;
        if (Text(node) is "mdy") return DateOrder.MonthDayYear;
        Fault($"whatsapp.dateOrder is {Shown(node)}. Write dmy when the phone writes the day first, mdy when it writes the month first.");
        return null;
    }

    private TimeSpan Duration(string name, TimeSpan standard)
    {
        if (_settings[name] is not { } node) return standard;
        var text = Text(node)?.Trim() ?? "";
        var unit = text.Length > 1 ? text[^1] : ' ';
        if (double.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is > 0 and <= 100_000)
        {
            if (unit == 's') return TimeSpan.FromSeconds(count);
            if (unit == 'm') return TimeSpan.FromMinutes(count);
            if (unit == 'h') return TimeSpan.FromHours(count);
        }

        Fault($"whatsapp.{name} is {Shown(node)}. Write a duration over zero such as 30s, 30m or 12h.");
        return standard;
    }

    private TimeZoneInfo Zone()
    {
        if (_settings["zone"] is not { } node) return WhatsAppOptions.Wita;
        if (Text(node) is { Length: > 0 } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)) return zone;
        Fault($"whatsapp.zone is {Shown(node)}, which this machine does not know. Write a zone such as Asia/Makassar (WITA), Asia/Jakarta (WIB) or Asia/Jayapura (WIT).");
        return WhatsAppOptions.Wita;
    }

    private bool Flag(string name, bool standard)
    {
        if (_settings[name] is not { } node) return standard;
        if (bool.TryParse(Text(node), out var flag)) return flag;
        Fault($"whatsapp.{name} is {Shown(node)}. Write true or false.");
        return standard;
    }

    private long Number(string name, long standard)
    {
        if (_settings[name] is not { } node) return standard;
        if (long.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1_000_000) return number;
        Fault($"whatsapp.{name} is {Shown(node)}. Write a whole number from 1 to 1000000.");
        return standard;
    }

    private void Fault(string sentence) => _faults.Add(sentence);

    private static string? Text(JsonNode? node) => node is not JsonValue value
        ? null
        : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static string Shown(JsonNode node) => Text(node) is { } text ? $"'{text}'" : "not a single value";
}
