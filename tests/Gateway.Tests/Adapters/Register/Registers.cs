using System.Text;
using System.Text.Json.Nodes;
using Gateway.Adapters.Register;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.Register;

/// <summary>Registers and the channel they come to, as the tests of this room need them.</summary>
internal static class Registers
{
    public static Channel Channel(string settings = "{}") => new()
    {
        Key = "dishub-register",
        Agency = "dishub",
        Kind = "register",
        Settings = JsonNode.Parse(settings)!.AsObject(),
    };

    public static RawItem Raw(byte[] bytes) => new() { File = "register.csv", MediaType = "text/csv", Content = new BytesContent(bytes) };

    public static RawItem Raw(string text) => Raw(Encoding.UTF8.GetBytes(text));

    public static List<Translation> Translate(string text, Channel? channel = null) => Translate(Raw(text), channel);

    public static List<Translation> Translate(RawItem raw, Channel? channel = null) =>
        [.. new RegisterAdapter().Translator.Translate(raw, channel ?? Channel())];

    public static Translation Mend(RawItem raw, string item, string field, string words) =>
        ((IMendable)new RegisterAdapter().Translator).Mend(raw, Channel(), item, new Dictionary<string, string> { [field] = words });

    /// <summary>No exception, at least one item, and no item or key twice.</summary>
    public static bool IsAccountedFor(byte[] bytes)
    {
        var items = Translate(Raw(bytes));
        return items.Count > 0 && items.Select(item => item.Item).Distinct().Count() == items.Count
            && items.Select(item => string.Join('\n', item.KeyParts)).Distinct().Count() == items.Count;
    }

    public static string Said(Translation translation) =>
        $"{translation.Item} {translation.Outcome} {string.Join(',', translation.Reasons.Select(reason => reason.Code))}".TrimEnd();
}
