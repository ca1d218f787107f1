using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Gateway.Adapters.WhatsApp;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>Makes exports and runs the adapter over them.</summary>
internal static class Export
{
    public static RawItem Of(string text, string file = "Chat WhatsApp dengan LAPOR.txt") => Of(Encoding.UTF8.GetBytes(text), file);

    public static RawItem Of(byte[] bytes, string file = "Chat WhatsApp dengan LAPOR.txt") =>
        new() { File = file, Content = new BytesContent(bytes) };

    public static RawItem Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return Of(stream.ToArray(), "WhatsApp Chat - LAPOR.zip");
    }

    public static Channel Channel(string settings = "{}") => new()
    {
        Key = "dishub-wa",
        Agency = "dishub",
        Kind = "whatsapp",
        Settings = JsonNode.Parse(settings)!.AsObject(),
    };

    public static List<ChatMessage> Messages(string text) => [.. ChatExport.Messages(Of(text))];

    public static List<Translation> Items(string text, string settings = "{}", string file = "Chat WhatsApp dengan LAPOR.txt") =>
        Items(Of(text, file), settings);

    public static List<Translation> Items(RawItem raw, string settings = "{}") =>
        [.. new WhatsAppAdapter().Translator.Translate(raw, Channel(settings))];

    public static string Reasons(Translation item) => string.Join(' ', item.Reasons.Select(reason => reason.Code));
}
