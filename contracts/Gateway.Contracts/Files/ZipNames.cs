using System.Buffers.Binary;
using System.Text;

namespace Gateway.Contracts.Files;

/// <summary>
/// The names of what lies in a zip: by its directory where the whole file is at hand, else by the entries one after another as far as they
/// reach. Words inside a file, or inside a longer name, are no names.
/// </summary>
internal static class ZipNames
{
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int RowLength = 46;
    private const int LocalLength = 30;

    // Its sizes stand behind the data, so that where the next entry begins has to be looked for.
    private const int SizesFollow = 0x08;

    /// <summary>The names, with slashes as dividers.</summary>
    public static IReadOnlyList<string> Of(ReadOnlySpan<byte> bytes) => Directory(bytes) ?? Walk(bytes);

    // Null when the directory is not all there.
    private static List<string>? Directory(ReadOnlySpan<byte> bytes)
    {
        var from = Math.Max(0, bytes.Length - EndLength - LongestComment);
        var end = bytes[from..].LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || from + end + EndLength > bytes.Length) return null;
        var at = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(from + end + 16)..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(from + end + 10)..]);
        var names = new List<string>();
        for (long row = at; names.Count < Math.Min((int)count, ZipDirectory.Most);)
        {
            if (row + RowLength > bytes.Length) return null;
            var head = bytes[(int)row..];
            var length = BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
            if (!head.StartsWith("PK\u0001\u0002"u8) || head.Length < RowLength + length) return null;
            names.Add(Name(head.Slice(RowLength, length)));
            row += RowLength + length + BinaryPrimitives.ReadUInt16LittleEndian(head[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(head[32..]);
        }

        return names;
    }

    private static List<string> Walk(ReadOnlySpan<byte> bytes)
    {
        var names = new List<string>();
        while (names.Count < ZipDirectory.Most && bytes.Length >= LocalLength && bytes.StartsWith("PK\u0003\u0004"u8))
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]);
            if (bytes.Length < LocalLength + length) break;
            names.Add(Name(bytes.Slice(LocalLength, length)));
            var behind = LocalLength + length + BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) + (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes[18..]);
            if ((BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]) & SizesFollow) != 0)
            {
                var next = bytes[LocalLength..].IndexOf("PK\u0003\u0004"u8);
                behind = next < 0 ? bytes.Length : LocalLength + next;
            }

            bytes = behind >= bytes.Length ? [] : bytes[(int)behind..];
        }

        return names;
    }

    private static string Name(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name).Replace('\\', '/');
}
