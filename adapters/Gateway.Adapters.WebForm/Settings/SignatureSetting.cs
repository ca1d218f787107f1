using System.Text.Json.Nodes;

namespace Gateway.Adapters.WebForm.Settings;

/// <summary><c>signature: {scheme: standard-webhooks, secret: env:NAME}</c>: how a post proves who sent it.</summary>
/// <param name="Scheme"><c>standard-webhooks</c> or <c>typeform</c>.</param>
/// <param name="Secret">Mostly <c>env:NAME</c>. Empty when it was not written, which lets nobody in.</param>
internal sealed record SignatureSetting(string Scheme, string Secret)
{
    public const string StandardWebhooks = "standard-webhooks";

    public const string Typeform = "typeform";

    public static SignatureSetting? Read(JsonNode? node, List<string> faults)
    {
        if (node is not JsonObject section)
        {
            faults.Add("webform.signature is no section; write for example signature: {scheme: standard-webhooks, secret: \"env:DISHUB_FORM\"}.");
            return null;
        }

        foreach (var (name, _) in section.Where(entry => entry.Key is not ("scheme" or "secret")))
            faults.Add($"webform.signature.{name} is no setting; write scheme or secret.");
        var scheme = SettingWords.Text(section["scheme"]);
        if (scheme is not (StandardWebhooks or Typeform)) faults.Add($"webform.signature.scheme '{section["scheme"]}' is not known; write standard-webhooks or typeform.");
        var secret = SettingWords.Text(section["secret"], faults, "webform.signature.secret is empty; write env:NAME or file:PATH.");
        return new SignatureSetting(scheme ?? "", secret ?? "");
    }
}
