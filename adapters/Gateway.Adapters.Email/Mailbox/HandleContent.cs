using Gateway.Contracts;
using Microsoft.Win32.SafeHandles;

namespace Gateway.Adapters.Email.Mailbox;

/// <summary>Content of a file that has no name any more and is reached only through its open handle, which its owner closes.</summary>
internal sealed class HandleContent(SafeFileHandle handle) : IRawContent
{
    public long Length => RandomAccess.GetLength(handle);

    public Stream Open() => new BufferedStream(new HandleStream(handle), 1 << 16);
}
