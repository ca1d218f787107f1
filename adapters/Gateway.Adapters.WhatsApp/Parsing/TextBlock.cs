using System.Buffers;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>A piece of an export that holds whole messages, so that it can be read without knowing what stands before or behind it.</summary>
/// <param name="letters">A rented buffer; only its beginning counts.</param>
/// <param name="length">How much of it.</param>
/// <param name="linesBefore">Physical lines of the export before it.</param>
/// <param name="lines">How many it holds.</param>
internal sealed class TextBlock(char[] letters, int length, int linesBefore, int lines)
{
    public int LineCount => lines;

    /// <summary>Its lines, numbered as in the export; valid until <see cref="Return"/>.</summary>
    public PhysicalLines Lines() => new(TextReader.Null, letters, length, linesBefore);

    /// <summary>Gives the buffer back. Call it once, when nobody reads the lines any more.</summary>
    public void Return() => ArrayPool<char>.Shared.Return(letters);
}
