using System.Diagnostics;
using System.Globalization;
using RabbitMQ.Client;

namespace Gateway.Tests.Support;

/// <summary>A RabbitMQ node of one's own, in a temporary folder on free ports, that a test may stop, kill and start again.</summary>
internal sealed class RabbitMqServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string folder = Directory.CreateTempSubdirectory("gateway-rabbit-").FullName;
    private readonly int port = ScriptedServer.RefusedPort();
    private readonly int distribution = ScriptedServer.RefusedPort();
    private readonly int epmd = ScriptedServer.RefusedPort();
    private Process? launcher;

    private RabbitMqServer() { }

    public string Uri => UriAt(port);

    public int Port => port;

    /// <summary>Its address by way of another port, such as that of a <see cref="CutWire"/>.</summary>
    public static string UriAt(int port) => $"amqp://guest:guest@127.0.0.1:{port}/";

    private string PidFile => Path.Combine(folder, "rabbit.pid");

    /// <summary>A running node.</summary>
    public static async Task<RabbitMqServer> RunAsync()
    {
        var server = Absent();
        await server.StartAsync();
        return server;
    }

    /// <summary>A node that is not there yet; its address stands already.</summary>
    public static RabbitMqServer Absent()
    {
        var server = new RabbitMqServer();
        server.Prepare();
        return server;
    }

    public async Task StartAsync()
    {
        File.Delete(PidFile);
        launcher = Process.Start(Launch()) ?? throw new InvalidOperationException("setsid did not start");
        // Read to nowhere: a full pipe would stop the node.
        launcher.BeginOutputReadLine();
        launcher.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await AnswersAsync())
        {
            if (launcher.HasExited) Assert.Fail($"RabbitMQ ended at its start: {Log()}");
            if (!await NextAsync(beat, patience.Token)) Assert.Fail($"RabbitMQ did not come up within {Patience}: {Log()}");
        }
    }

    /// <summary>Stops it as an administrator would.</summary>
    public async Task StopAsync()
    {
        using var node = Node();
        using var term = Process.Start("kill", ["-TERM", node.Id.ToString(CultureInfo.InvariantCulture)]);
        await node.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        using var node = Node();
        node.Kill();
        await node.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
    }

    /// <summary>Raises the disk alarm, in which it takes nothing from those who publish, or ends it.</summary>
    public Task SetDiskAlarmAsync(bool raised) => ControlAsync("set_disk_free_limit", raised ? "100000GB" : "100MB");

    public async Task DeleteQueueAsync(string queue) =>
        await WithChannelAsync(async channel => await channel.QueueDeleteAsync(queue));

    /// <summary>Declares a queue; one that stands with other arguments is refused.</summary>
    public async Task DeclareQueueAsync(string queue, IDictionary<string, object?> arguments) =>
        await WithChannelAsync(async channel => await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments));

    /// <summary>A queue of the test's own that gets a copy of everything published to an exchange.</summary>
    public async Task TapAsync(string exchange, string queue) => await WithChannelAsync(async channel =>
    {
        await channel.QueueDeclareAsync(queue, durable: false, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(queue, exchange, "");
        return queue;
    });

    /// <summary>Takes one message; null when the queue is empty.</summary>
    public async Task<byte[]?> TakeAsync(string queue) => await WithChannelAsync(async channel =>
        (await channel.BasicGetAsync(queue, autoAck: true))?.Body.ToArray());

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(PidFile))
        {
            try
            {
                await KillAsync();
            }
            catch (ArgumentException)
            {
                // It was not running.
            }
        }
        // A node that never came up has no pid file.
        if (launcher is { HasExited: false }) launcher.Kill(entireProcessTree: true);
        launcher?.Dispose();
        foreach (var process in Process.GetProcessesByName("epmd").Where(IsOurs)) process.Kill();
        Directory.Delete(folder, recursive: true);
    }

    private void Prepare()
    {
        File.WriteAllText(Path.Combine(folder, "rabbitmq.conf"), $"listeners.tcp.1 = 127.0.0.1:{port}\ndisk_free_limit.absolute = 100MB\n");
        File.WriteAllText(Path.Combine(folder, "enabled_plugins"), "[].\n");
        var cookie = Path.Combine(folder, ".erlang.cookie");
        File.WriteAllText(cookie, Guid.NewGuid().ToString("N").ToUpperInvariant());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
    }

    private async Task ControlAsync(params string[] arguments)
    {
        using var control = Process.Start(Run([Path.Combine(Sbin(), "rabbitmqctl"), .. arguments]))!;
        var (output, fault) = (control.StandardOutput.ReadToEndAsync(), control.StandardError.ReadToEndAsync());
        await control.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
        Assert.That(control.ExitCode, Is.Zero, $"rabbitmqctl {string.Join(' ', arguments)}: {await output}{await fault}");
    }

    private ProcessStartInfo Launch() => Run([Path.Combine(Sbin(), "rabbitmq-server")]);

    private ProcessStartInfo Run(string[] program) => new("setsid", program)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["HOME"] = folder,
            ["LANG"] = "C.UTF-8",
            ["RABBITMQ_NODENAME"] = $"gateway{port}@localhost",
            ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
            ["RABBITMQ_PID_FILE"] = PidFile,
            ["RABBITMQ_DIST_PORT"] = distribution.ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2",
            ["ERL_EPMD_PORT"] = epmd.ToString(CultureInfo.InvariantCulture),
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        },
    };

    // The wrapper on the PATH insists on the package's own user; the script beside the node's code does not.
    private static string Sbin()
    {
        const string Packages = "/usr/lib/rabbitmq/lib";
        var versions = Directory.Exists(Packages) ? Directory.GetDirectories(Packages, "rabbitmq_server-*") : [];
        if (versions.Length == 0) Assert.Fail($"RabbitMQ is not installed: no {Packages}/rabbitmq_server-*. Install it (apt-get install rabbitmq-server) or leave out Category=RabbitMq.");
        return Path.Combine(versions.Order(StringComparer.Ordinal).Last(), "sbin");
    }

    private Process Node() => Process.GetProcessById(int.Parse(File.ReadAllText(PidFile), CultureInfo.InvariantCulture));

    /// <summary>True when it takes connections.</summary>
    public async Task<bool> AnswersAsync()
    {
        try
        {
            await WithChannelAsync(channel => Task.FromResult(true));
            return true;
        }
        catch (Exception e) when (e is RabbitMQ.Client.Exceptions.BrokerUnreachableException or IOException or RabbitMQ.Client.Exceptions.RabbitMQClientException)
        {
            return false;
        }
    }

    private async Task<T> WithChannelAsync<T>(Func<IChannel, Task<T>> act)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(Uri), AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await act(channel);
    }

    private bool IsOurs(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/environ").Contains(folder, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string Log()
    {
        var logs = Directory.Exists(Path.Combine(folder, "log")) ? Directory.GetFiles(Path.Combine(folder, "log"), "*.log") : [];
        return string.Join('\n', logs.SelectMany(File.ReadLines).TakeLast(20));
    }

    private static async Task<bool> NextAsync(PeriodicTimer beat, CancellationToken ct)
    {
        try
        {
            return await beat.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
