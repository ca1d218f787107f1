using System.Text;

namespace Gateway.Tests.Support;

/// <summary>One request as it stood on the wire.</summary>
internal sealed record ScriptedRequest(string Line, IReadOnlyList<string> HeaderLines, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string Path => Line.Split(' ')[1];

    public string? Header(string name) =>
        HeaderLines.Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 1)..].Trim()).FirstOrDefault();
}
