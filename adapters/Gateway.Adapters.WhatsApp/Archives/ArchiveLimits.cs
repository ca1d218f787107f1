namespace Gateway.Adapters.WhatsApp.Archives;

/// <summary>How large a zip may unpack; over these it is taken for an attack and a person looks at it.</summary>
/// <param name="Entries">Files in the zip. Default 5,000.</param>
/// <param name="TotalBytes">All files unpacked. Default 512 MiB.</param>
/// <param name="EntryBytes">One file unpacked. Default 100 MiB.</param>
internal sealed record ArchiveLimits(int Entries, long TotalBytes, long EntryBytes)
{
    public const long MiB = 1L << 20;

    /// <summary>Deflate of real chats and media stays far under this; only zeros and their like reach it.</summary>
    public const int Ratio = 300;

    /// <summary>Below this size unpacked no ratio does harm.</summary>
    public const long HarmlessBytes = 16 * MiB;

    public static ArchiveLimits Default { get; } = new(5000, 512 * MiB, 100 * MiB);
}
