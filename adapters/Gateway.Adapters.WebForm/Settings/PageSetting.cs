using System.Text.Json.Nodes;

namespace Gateway.Adapters.WebForm.Settings;

/// <summary><c>page: on</c>, or <c>page: {title, contact, retention}</c>: the page that the gateway itself serves for the channel.</summary>
internal sealed record PageSetting
{
    /// <summary>Name of the agency or form above the page. Null: none.</summary>
    public string? Title { get; private init; }

    /// <summary>To whom a person turns who wants to see, correct or erase what is kept. Null: the agency's complaints desk.</summary>
    public string? Contact { get; private init; }

    /// <summary>How long the data are kept, in words. Null: as long as the complaint is worked on and the rules on archives ask.</summary>
    public string? Retention { get; private init; }

    /// <summary>Name of the field on the page that no person sees.</summary>
    public static string TrapOf(FormSettings settings) => settings.Honeypot ?? "situs_web";

    public static PageSetting? Read(JsonNode? node, List<string> faults)
    {
        if (node is JsonObject section)
        {
            foreach (var (name, value) in section)
            {
                if (name is not ("title" or "contact" or "retention")) faults.Add($"webform.page.{name} is no setting; write title, contact or retention.");
                else if (SettingWords.Text(value) is not { Length: <= 300 }) faults.Add($"webform.page.{name} is empty or longer than 300 characters; write a short text.");
            }

            return new PageSetting { Title = SettingWords.Text(section["title"]), Contact = SettingWords.Text(section["contact"]), Retention = SettingWords.Text(section["retention"]) };
        }

        switch (node?.ToString())
        {
            case "on" or "true":
                return new PageSetting();
            case "off" or "false":
                return null;
            default:
                faults.Add($"webform.page '{node}' is no page; write on, off or for example {{title: Formulir Dinas Perhubungan}}.");
                return null;
        }
    }
}
