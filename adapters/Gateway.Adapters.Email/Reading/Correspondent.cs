using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>Who stands in an address field of a mail.</summary>
/// <param name="Name">As written there; null or empty when only an address is.</param>
/// <param name="Address">Empty when only a name stands there.</param>
internal sealed record Correspondent(string? Name, string Address)
{
    public static Correspondent? Of(MailboxAddress? mailbox) => mailbox is null ? null : new Correspondent(mailbox.Name, mailbox.Address);

    /// <summary>The first of a list; null when nobody stands in it.</summary>
    public static Correspondent? First(InternetAddressList? list) => Of(list?.Mailboxes.FirstOrDefault());
}
