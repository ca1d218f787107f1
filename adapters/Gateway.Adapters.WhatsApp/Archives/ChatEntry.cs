using Gateway.Contracts;

namespace Gateway.Adapters.WhatsApp.Archives;

/// <summary>One chat of what was handed over.</summary>
/// <param name="Name">The file or folder that names the chat; null when nothing does (<c>_chat.txt</c> alone).</param>
/// <param name="Path">Where in the zip it lies; null when it is the only chat.</param>
/// <param name="Content">Its text.</param>
/// <param name="Media">The files beside it.</param>
internal sealed record ChatEntry(string? Name, string? Path, IRawContent Content, ChatMedia Media);
