using Gateway.Core.Ledger;

namespace Gateway.Core.Intake;

/// <summary>A mark of a chat message that the ledger has, taken apart.</summary>
/// <param name="Minute">Its minute, counted.</param>
/// <param name="Kind"><see cref="ChatMarks.Said"/> or <see cref="ChatMarks.Telling"/>.</param>
/// <param name="Sender">Keyed sender, hexadecimal.</param>
/// <param name="Chat">Keyed title of the chat.</param>
/// <param name="Words">Keyed words.</param>
/// <param name="Item">Item that holds the message.</param>
internal sealed record ChatMark(uint Minute, byte Kind, string Sender, string Chat, string Words, KnownItem Item);
