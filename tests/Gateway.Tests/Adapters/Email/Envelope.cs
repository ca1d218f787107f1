using System.Text;

namespace Gateway.Tests.Adapters.Email;

/// <summary>A small TNEF envelope (winmail.dat) with one file, made byte by byte.</summary>
internal static class Envelope
{
    private const byte Message = 1;
    private const byte Attachment = 2;

    public static byte[] Holding(string name, byte[] content)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(0x223E9F78);
        writer.Write((ushort)1);
        Write(writer, Message, 0x00089006, [0, 0, 1, 0]);
        Write(writer, Attachment, 0x00069002, [1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0]);
        Write(writer, Attachment, 0x00018010, Encoding.ASCII.GetBytes(name + "\0"));
        Write(writer, Attachment, 0x0006800F, content);
        return bytes.ToArray();
    }

    private static void Write(BinaryWriter writer, byte level, int tag, byte[] content)
    {
        writer.Write(level);
        writer.Write(tag);
        writer.Write(content.Length);
        writer.Write(content);
        writer.Write((ushort)content.Sum(value => value));
    }
}
