using System.Text.RegularExpressions;

namespace Gateway.Tests.Support;

/// <summary>
/// One system call as <c>strace -f -y</c> saw it. What counts as an order between two calls is the end of the first and the begin of the
/// second.
/// </summary>
/// <param name="Name">Name of the call.</param>
/// <param name="Text">Its arguments and answer, as strace writes them.</param>
/// <param name="Begun">Line on which it began.</param>
/// <param name="Ended">Line on which it came back; <see cref="int.MaxValue"/> when it never did.</param>
internal sealed partial record SystemCall(string Name, string Text, int Begun, int Ended)
{
    /// <summary>The calls of a trace in the order of their begin.</summary>
    public static IReadOnlyList<SystemCall> Parse(IEnumerable<string> lines)
    {
        var calls = new List<SystemCall>();
        var waiting = new Dictionary<(string Thread, string Name), int>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (Resumed().Match(line) is { Success: true } end)
            {
                if (!waiting.Remove((end.Groups["thread"].Value, end.Groups["name"].Value), out var at)) continue;
                calls[at] = calls[at] with { Text = calls[at].Text + end.Groups["rest"].Value, Ended = number };
            }
            else if (Begin().Match(line) is { Success: true } begin)
            {
                var isOpen = line.EndsWith("<unfinished ...>", StringComparison.Ordinal);
                if (isOpen) waiting[(begin.Groups["thread"].Value, begin.Groups["name"].Value)] = calls.Count;
                calls.Add(new SystemCall(begin.Groups["name"].Value, begin.Groups["rest"].Value, number, isOpen ? int.MaxValue : number));
            }
        }

        return calls;
    }

    [GeneratedRegex(@"^(?<thread>\d+)\s+(?<name>\w+)\((?<rest>.*)$")]
    private static partial Regex Begin();

    [GeneratedRegex(@"^(?<thread>\d+)\s+<\.\.\. (?<name>\w+) resumed>(?<rest>.*)$")]
    private static partial Regex Resumed();
}
