using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Gateway.Contracts;
using Gateway.Server.Commands;
using Gateway.Server.Composition;

namespace Gateway.Server.Local;

/// <summary>
/// The Unix socket <c>gateway.sock</c> in the data folder (mode 600): while <c>serve</c> has the folder, other verbs run inside it, the
/// same operations, their output streamed back.
/// </summary>
internal static class LocalDoor
{
    public const string SocketName = "gateway.sock";

    // What an address of a Unix socket holds on Linux, without the zero at its end.
    private const int LongestPath = 107;

    /// <summary>True when the socket can have its place in the folder.</summary>
    public static bool Fits(string dataDirectory) => Encoding.UTF8.GetByteCount(Path.Combine(dataDirectory, SocketName)) <= LongestPath;

    /// <summary>Opens the door.</summary>
    public static async Task<IAsyncDisposable> OpenAsync(House house, CancellationToken ct)
    {
        var path = Path.Combine(house.Settings.DataDirectory, SocketName);
        // The lock is ours, so a socket that is still there belongs to a dead process.
        File.Delete(path);
        var builder = WebApplication.CreateSlimBuilder(HostFolder.Quiet);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(path));
        var app = builder.Build();
        app.MapPost("/run", context => RunAsync(context, house));
        await app.StartAsync(ct);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return app;
    }

    private static async Task RunAsync(HttpContext http, House house)
    {
        var request = await http.Request.ReadFromJsonAsync<LocalRequest>(ContractJson.Options, http.RequestAborted)
            ?? throw new BadHttpRequestException("No command.");
        await using var frames = new FrameWriter(http.Response.Body);
        var context = new CommandContext(frames.Out, frames.Error, request.Cwd, request.User, house, Interactive: false);
        var exit = await CommandRunner.RunAsync(request.Args, context, http.RequestAborted);
        await frames.EndAsync(exit);
    }

    /// <summary>
    /// Writes both streams of a command as JSON Lines of <see cref="LocalFrame"/>, while it runs. A command that is faster than the
    /// terminal waits for it: a list of all complaints must not gather in memory.
    /// </summary>
    private sealed class FrameWriter : IAsyncDisposable
    {
        private readonly Channel<LocalFrame> frames = System.Threading.Channels.Channel.CreateBounded<LocalFrame>(new BoundedChannelOptions(256) { SingleReader = true });
        private readonly Task writing;

        public FrameWriter(Stream body)
        {
            Out = new LineWriter(text => Add(new LocalFrame(text, null, null)));
            Error = new LineWriter(text => Add(new LocalFrame(null, text, null)));
            writing = WriteAsync(body);
        }

        public TextWriter Out { get; }

        public TextWriter Error { get; }

        public async Task EndAsync(int exit)
        {
            await Out.FlushAsync();
            await Error.FlushAsync();
            Add(new LocalFrame(null, null, exit));
            frames.Writer.TryComplete();
            await writing;
        }

        public async ValueTask DisposeAsync()
        {
            frames.Writer.TryComplete();
            await Out.DisposeAsync();
            await Error.DisposeAsync();
        }

        // Lines are written synchronously, as to a terminal. Nobody reads on once the terminal is gone.
        private void Add(LocalFrame frame)
        {
            while (!frames.Writer.TryWrite(frame) && frames.Writer.WaitToWriteAsync().AsTask().GetAwaiter().GetResult())
            {
            }
        }

        private async Task WriteAsync(Stream body)
        {
            try
            {
                await WriteAllAsync(body);
            }
            finally
            {
                frames.Writer.TryComplete();
            }
        }

        private async Task WriteAllAsync(Stream body)
        {
            while (await frames.Reader.WaitToReadAsync())
            {
                while (frames.Reader.TryRead(out var frame))
                {
                    await JsonSerializer.SerializeAsync(body, frame, ContractJson.Options);
                    await body.WriteAsync("\n"u8.ToArray());
                }

                await body.FlushAsync();
            }
        }
    }
}
