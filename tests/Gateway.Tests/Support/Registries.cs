namespace Gateway.Tests.Support;

/// <summary>Registries for journeys: one agency, the simulator as centre, and the channels a test names.</summary>
internal static class Registries
{
    /// <summary>A form channel <c>dishub-form</c> that needs no token from loopback.</summary>
    public const string Form = "{key: dishub-form, agency: dishub, kind: webform, policy: auto}";

    /// <summary>A chat channel <c>dishub-wa</c> whose complaints go by themselves.</summary>
    public const string Chat = "{key: dishub-wa, agency: dishub, kind: whatsapp, policy: auto, whatsapp: {folder: inbox/dishub-wa, officers: [\"Dishub Kaltim\"], poll: 1s}}";

    /// <summary>A mail channel without a mailbox of its own: mails are imported.</summary>
    public const string Mail = "{key: dishub-email, agency: dishub, kind: email, policy: auto}";

    /// <summary>A mail channel at a real mailbox, looked at every second; the password is <c>env:</c> and the key in capitals.</summary>
    public static string Mailbox(DovecotServer server, string key, string agency, string user, string settings = "") =>
        $"{{key: {key}, agency: {agency}, kind: email, policy: auto{(settings.Length == 0 ? "" : ", " + settings)}, "
        + $"email: {{imap: {{host: 127.0.0.1, port: {server.Port}, tls: none, user: {user}, password: \"env:{Secret(key)}\", poll: 1s}}}}}}";

    /// <summary>Name of the variable with the password of <see cref="Mailbox"/>.</summary>
    public static string Secret(string key) => key.Replace('-', '_').ToUpperInvariant();

    /// <summary>A registry with the destination <c>default</c> at the given address.</summary>
    public static string With(Uri centre, string destination, params string[] channels) =>
        Of([Destination("default", centre, "state: open, requestsPerSecond: 0" + (destination.Length == 0 ? "" : ", " + destination))], channels);

    /// <summary>A destination at the given address.</summary>
    public static string Destination(string key, Uri centre, string settings) =>
        $"{{key: {key}, kind: api, baseUrl: \"{centre.ToString().TrimEnd('/')}\", {settings}}}";

    /// <summary>A registry of the given destinations and channels.</summary>
    public static string Of(IEnumerable<string> destinations, params IEnumerable<string> channels) =>
        $$"""
        agencies:
          - {key: dishub, name: Dinas Perhubungan Provinsi Kalimantan Timur, kind: opd, institution: "101"}
          - {key: dlh, name: Dinas Lingkungan Hidup Provinsi Kalimantan Timur, kind: opd, institution: "102"}
        destinations:
        {{Entries(destinations)}}
        channels:
        {{Entries(channels)}}
        """;

    private static string Entries(IEnumerable<string> entries) => string.Join('\n', entries.Select(entry => "  - " + entry));
}
