using System.Text;

namespace Gateway.Server.Local;

/// <summary>A text writer that hands over whole pieces of text instead of single characters.</summary>
internal sealed class LineWriter(Action<string> hand) : TextWriter
{
    private readonly StringBuilder line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        line.Append(value);
        if (value == '\n') Flush();
    }

    public override void Write(string? value)
    {
        line.Append(value);
        if (value?.Contains('\n', StringComparison.Ordinal) == true) Flush();
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Flush()
    {
        if (line.Length == 0) return;
        hand(line.ToString());
        line.Clear();
    }
}
