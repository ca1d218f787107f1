using System.Collections.Concurrent;
using Gateway.Core.Forwarding;

namespace Gateway.Tests.Infrastructure.Messaging;

/// <summary>A forwarder that answers as a test says and remembers what it was asked.</summary>
internal sealed class ScriptedForwarder(Func<string, ForwardResult>? answer = null) : IForwarder
{
    private readonly ConcurrentQueue<string> asked = new();

    public IReadOnlyList<string> Asked => [.. asked];

    public Task<ForwardResult> ForwardAsync(string number, CancellationToken ct)
    {
        asked.Enqueue(number);
        return Task.FromResult(answer?.Invoke(number) ?? new ForwardResult(ForwardVerdict.Forwarded));
    }
}
