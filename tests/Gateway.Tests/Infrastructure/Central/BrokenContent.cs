using Gateway.Contracts;

namespace Gateway.Tests.Infrastructure.Central;

/// <summary>Content that is there until somebody reads it.</summary>
internal sealed class BrokenContent(Exception fault) : IRawContent
{
    public long Length => 1000;

    public Stream Open() => throw fault;
}
