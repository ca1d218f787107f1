namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>The Japanese era before a year, for phones set to that calendar: <c>R7/10/26</c>, <c>令和7/10/26</c>.</summary>
internal static class Era
{
    private static readonly (string Name, int Before)[] Names = [("令和", 2018), ("平成", 1988), ("R", 2018), ("H", 1988)];

    /// <summary>Reads an era at <paramref name="i"/> and moves behind it: the year before its first. 0 and unmoved when there is none.</summary>
    public static int Read(ReadOnlySpan<char> line, ref int i)
    {
        foreach (var (name, before) in Names)
        {
            if (!line[i..].StartsWith(name)) continue;
            i += name.Length;
            return before;
        }

        return 0;
    }
}
