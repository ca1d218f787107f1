namespace Gateway.Infrastructure.Messaging;

/// <summary>A RabbitMQ address taken apart, so that its password goes to the connection and nowhere else.</summary>
internal sealed record RabbitMqAddress(string Host, ushort Port, string VirtualHost, string User, string Password, bool Tls)
{
    /// <summary>Null when the text is not an AMQP address.</summary>
    public static RabbitMqAddress? Parse(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps" or "rabbitmq" or "rabbitmqs")) return null;
        if (uri.Host.Length == 0) return null;
        var tls = uri.Scheme is "amqps" or "rabbitmqs";
        var port = uri.Port > 0 ? uri.Port : tls ? 5671 : 5672;
        var user = uri.UserInfo.Split(':', 2);
        var path = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        return new RabbitMqAddress(
            uri.Host,
            (ushort)port,
            path.Length == 0 ? "/" : path,
            user[0].Length == 0 ? "guest" : Uri.UnescapeDataString(user[0]),
            user.Length == 2 ? Uri.UnescapeDataString(user[1]) : "guest",
            tls);
    }

    public override string ToString() => $"{Host}:{Port}";
}
