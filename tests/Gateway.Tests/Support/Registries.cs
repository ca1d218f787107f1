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

    /// <summary>A registry with the destination <c>default</c> at the given address.</summary>
    public static string With(Uri centre, string destination, params string[] channels) =>
        $$"""
        agencies:
          - {key: dishub, name: Dinas Perhubungan Provinsi Kalimantan Timur, kind: opd, institution: "101"}
          - {key: dlh, name: Dinas Lingkungan Hidup Provinsi Kalimantan Timur, kind: opd, institution: "102"}
        destinations:
          - {key: default, kind: api, baseUrl: "{{centre.ToString().TrimEnd('/')}}", state: open, requestsPerSecond: 100{{(destination.Length == 0 ? "" : ", " + destination)}}}
        channels:
        {{string.Join('\n', channels.Select(channel => "  - " + channel))}}
        """;
}
