using Gateway.Contracts;

namespace Gateway.Tests.Infrastructure.Central;

/// <summary>Zeros that tell when they begin to be read, which is when they begin to leave.</summary>
internal sealed class WatchedContent(int length) : IRawContent
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Opened => opened.Task;

    public long Length => length;

    public Stream Open()
    {
        opened.TrySetResult();
        return new MemoryStream(new byte[length]);
    }
}
