namespace Gateway.Adapters.WhatsApp.Archives;

/// <summary>Finds the files that the messages of one chat name. Where a zip holds several chats, only its own folder is looked in: another citizen's picture would be worse than none.</summary>
internal sealed class ChatMedia(IReadOnlyDictionary<string, ZipEntryContent> byPath, IReadOnlyDictionary<string, ZipEntryContent> byName, string folder, bool isOnlyChat)
{
    public static ChatMedia None { get; } = new(new Dictionary<string, ZipEntryContent>(), new Dictionary<string, ZipEntryContent>(), "", false);

    /// <summary>A file by the name a message gives it; null when it is not there.</summary>
    public ZipEntryContent? Find(string name) => byPath.GetValueOrDefault(folder + name) ?? (isOnlyChat ? byName.GetValueOrDefault(name) : null);
}
