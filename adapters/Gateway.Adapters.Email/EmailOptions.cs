using System.Text.Json.Nodes;
using Gateway.Contracts;

namespace Gateway.Adapters.Email;

/// <summary>The <c>email</c> section of a channel: an IMAP mailbox, a watched folder, or neither (import only).</summary>
/// <param name="Imap">The mailbox; null when a folder is watched or nothing is polled.</param>
/// <param name="Path">A Maildir, a folder of .eml files or one file; relative paths start at the data folder. Null when not watched.</param>
/// <param name="Poll">How long to wait between two looks. Default 60 s at a mailbox, 10 s at a folder.</param>
internal sealed record EmailOptions(ImapOptions? Imap, string? Path, TimeSpan Poll)
{
    private static readonly string[] Known = ["imap", "path", "poll", "lists", "carriers"];

    /// <summary>Reads the section; what is wrong with it is added to <paramref name="faults"/>, one sentence each.</summary>
    public static EmailOptions Parse(Channel channel, List<string> faults)
    {
        var section = new Settings(channel.Key, "email", channel.Settings, faults);
        section.RefuseOthers(Known);
        Carriers.Parse(channel, faults);
        var path = section.Text("path");
        var imap = section.Section("imap") is { } mailbox ? ImapOptions.Parse(mailbox) : null;
        if (imap is not null && path is not null) faults.Add($"Channel '{channel.Key}': email.imap and email.path exclude one another. Keep the one this channel should read.");
        return new EmailOptions(imap, path, imap?.Poll ?? section.Duration("poll", path is null ? TimeSpan.FromSeconds(60) : TimeSpan.FromSeconds(10)));
    }

    /// <summary>List ids (<c>email.lists</c>) of groups through which citizens write to the agency; mail of them is read like any other.</summary>
    public static IReadOnlyList<string> OwnLists(Channel channel) =>
        channel.Settings["lists"] is JsonArray lists ? [.. lists.Select(list => list?.ToString() ?? "").Where(list => list.Length > 0)] : [];
}
