using System.Text;

namespace Gateway.Adapters.Email.Reading;

/// <summary>Collects the lines of a page while it is walked: white space folded, quoted lines marked.</summary>
internal sealed class HtmlLines
{
    private readonly StringBuilder text = new();
    private readonly StringBuilder line = new();
    private int quotes;
    private bool paragraph;

    public void Append(string words)
    {
        foreach (var letter in words)
        {
            var isSpace = letter is ' ' or '\t' or '\r' or '\n' or '\f';
            if (!isSpace) line.Append(letter);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
    }

    public void Quote(int step) => quotes += step;

    /// <summary>The line by which plain mails announce a signature.</summary>
    public void Signature()
    {
        if (quotes == 0) WriteLine("-- ");
    }

    /// <summary>Ends the line, also an empty one.</summary>
    public void Break() => Write();

    /// <summary>Ends the line if there is one.</summary>
    public void StartLine()
    {
        if (line.Length > 0) Write();
    }

    /// <summary>Ends the line and leaves an empty one before the next words.</summary>
    public void Paragraph()
    {
        StartLine();
        paragraph = text.Length > 0;
    }

    public override string ToString()
    {
        StartLine();
        return text.ToString();
    }

    private void Write()
    {
        if (paragraph) WriteLine("");
        paragraph = false;
        WriteLine(line.ToString().Trim(' '));
        line.Clear();
    }

    // Nesting is the sender's choice; ten marks say "quoted" as well as a thousand.
    private void WriteLine(string words) =>
        text.Append('>', Math.Min(quotes, 10)).Append(quotes > 0 ? " " : "").Append(words).Append('\n');
}
