using Gateway.Contracts.Files;

namespace Gateway.Adapters.WhatsApp.Archives;

/// <summary>How large a zip may unpack; over these it is taken for an attack and a person looks at it.</summary>
/// <param name="Entries">Files in the zip. Default 5,000.</param>
/// <param name="TotalBytes">All files unpacked. Default 512 MiB.</param>
/// <param name="EntryBytes">One file unpacked. Default 100 MiB.</param>
internal sealed record ArchiveLimits(int Entries, long TotalBytes, long EntryBytes)
{
    public const long MiB = 1L << 20;

    /// <summary>Deflate of real chats and media stays far under this; only zeros and their like reach it.</summary>
    private const int Ratio = 300;

    /// <summary>Below this size unpacked no ratio does harm.</summary>
    private const long HarmlessBytes = 16 * MiB;

    public static ArchiveLimits Default { get; } = new(ZipDirectory.Most, 512 * MiB, 100 * MiB);

    /// <summary>Most that a zip of so many bytes unpacks to where it is no attack.</summary>
    public static long Likely(long packedBytes) => Math.Max(HarmlessBytes, (packedBytes + 1) * Ratio);

    /// <summary>Bytes of media that all messages of one export may be given, however often they name a file: as many as a zip of this size may hold.</summary>
    public long MostGiven(long packedBytes) => Math.Min(TotalBytes, Likely(packedBytes));
}
