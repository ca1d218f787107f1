using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>The identities of one message.</summary>
/// <param name="Mark">The key of an item that begins with it.</param>
/// <param name="Line">What tells it in another export, under another name of its sender too.</param>
internal readonly record struct MarkedLine(string Mark, ChatLine Line);
