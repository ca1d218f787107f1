using MailKit;

namespace Gateway.Adapters.Email.Mailbox;

/// <summary>What a folder holds at one look.</summary>
/// <param name="UidValidity">Changes when the server numbered the folder anew.</param>
/// <param name="Uids">Every mail in it, read or not.</param>
internal sealed record MailboxLook(uint UidValidity, IList<UniqueId> Uids);
