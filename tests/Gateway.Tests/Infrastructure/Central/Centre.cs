using System.Text;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Infrastructure.Central;

namespace Gateway.Tests.Infrastructure.Central;

/// <summary>What the tests of the client send, and a client to send it with.</summary>
internal static class Centre
{
    public static readonly TimeSpan InTime = TimeSpan.FromSeconds(35);

    public static Destination At(string url) => new() { Key = "default", BaseUrl = url };

    public static CentralClient Client(TimeProvider? time = null) => new(value => value, time ?? TimeProvider.System);

    public static Submission Submission() => new("G123-4567-89AB-CD", new JsonObject
    {
        ["title"] = "Lampu jalan padam",
        ["content"] = "Lampu jalan di Jalan Pemuda padam sejak Senin.\nNo. pelacakan: G123-4567-89AB-CD",
        ["attachments"] = false,
    });

    public static UploadFile Image(int ordinal, string content = "bukan gambar sungguhan") =>
        new(ordinal, $"lampiran-{ordinal}.jpg", "image/jpeg", new BytesContent(Encoding.UTF8.GetBytes(content)));

    public static UploadFile Document(int ordinal, string content = "bukan dokumen sungguhan", string? name = null) =>
        new(ordinal, name ?? $"lampiran-{ordinal}.pdf", "application/pdf", new BytesContent(Encoding.UTF8.GetBytes(content)));
}
