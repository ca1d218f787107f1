using System.Text.Json;
using Gateway.Contracts;
using Gateway.Server.Commands;
using Gateway.Server.Composition;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Server.Local;

/// <summary>
/// The Unix socket <c>gateway.sock</c> in the data folder (mode 600): while <c>serve</c> has the folder, other verbs run inside it, the
/// same operations, their output streamed back.
/// </summary>
internal static class LocalDoor
{
    public const string SocketName = "gateway.sock";

    /// <summary>Opens the door.</summary>
    public static async Task<IAsyncDisposable> OpenAsync(House house, CancellationToken ct)
    {
        var path = Path.Combine(house.Settings.DataDirectory, SocketName);
        // The lock is ours, so a socket that is still there belongs to a dead process.
        File.Delete(path);
        var builder = WebApplication.CreateSlimBuilder();
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
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await using var frames = new FrameWriter(http.Response.Body);
        var context = new CommandContext(frames.Out, frames.Error, request.Cwd, request.User, house, Interactive: false);
        var exit = await CommandRunner.RunAsync(request.Args, context, http.RequestAborted);
        await frames.EndAsync(exit);
    }

    /// <summary>
    /// Writes both streams of a command as JSON Lines of <see cref="LocalFrame"/>, handing over what has gathered: a list of all
    /// complaints must not gather in memory.
    /// </summary>
    private sealed class FrameWriter : IAsyncDisposable
    {
        private const int Enough = 1 << 16;

        private readonly Stream body;
        private readonly Lock gate = new();
        private readonly MemoryStream pending = new();

        public FrameWriter(Stream body)
        {
            this.body = body;
            Out = new LineWriter(text => Add(new LocalFrame(text, null, null)));
            Error = new LineWriter(text => Add(new LocalFrame(null, text, null)));
        }

        public TextWriter Out { get; }

        public TextWriter Error { get; }

        public async Task EndAsync(int exit)
        {
            await Out.FlushAsync();
            await Error.FlushAsync();
            Add(new LocalFrame(null, null, exit));
            pending.Position = 0;
            await pending.CopyToAsync(body);
        }

        public async ValueTask DisposeAsync()
        {
            await Out.DisposeAsync();
            await Error.DisposeAsync();
            await pending.DisposeAsync();
        }

        private void Add(LocalFrame frame)
        {
            lock (gate)
            {
                JsonSerializer.Serialize(pending, frame, ContractJson.Options);
                pending.WriteByte((byte)'\n');
                if (pending.Length < Enough) return;
                // A command writes its lines synchronously, as to a terminal; the terminal at the other end sets the pace.
                body.Write(pending.GetBuffer(), 0, (int)pending.Length);
                pending.SetLength(0);
            }
        }
    }
}
