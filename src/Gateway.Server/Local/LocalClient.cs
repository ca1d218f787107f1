using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Server.Commands;
using Gateway.Server.Words;

namespace Gateway.Server.Local;

/// <summary>Sends a command line to the running gateway and shows its answer here.</summary>
internal static class LocalClient
{
    /// <summary>The exit code of the command; 4 when the other process does not answer on its socket.</summary>
    public static async Task<int> RunAsync(string[] args, string dataDirectory, CommandContext context, WordList words, CancellationToken ct)
    {
        var path = Path.Combine(dataDirectory, LocalDoor.SocketName);
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var request = JsonSerializer.Serialize(new LocalRequest(args, context.Cwd, context.User), ContractJson.Options);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, "http://gateway/run") { Content = new StringContent(request, Encoding.UTF8, "application/json") };
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct);
            response.EnsureSuccessStatusCode();
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(ct));
            while (await reader.ReadLineAsync(ct) is { } line)
            {
                var frame = JsonSerializer.Deserialize<LocalFrame>(line, ContractJson.Options)!;
                if (frame.Out is { } text) await context.Out.WriteAsync(text);
                if (frame.Error is { } error) await context.Error.WriteAsync(error);
                if (frame.Exit is { } exit) return exit;
            }
        }
        catch (HttpRequestException unreachable)
        {
            await context.Error.WriteLineAsync(words["local.no-answer", dataDirectory, unreachable.Message]);
            return 4;
        }

        catch (Exception cut) when (cut is IOException or JsonException)
        {
            // Said below.
        }

        await context.Error.WriteLineAsync(words["local.cut"]);
        return 4;
    }
}
