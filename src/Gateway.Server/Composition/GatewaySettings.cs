using System.ComponentModel.DataAnnotations;
using Gateway.Core.Duplicates;
using Gateway.Core.Forwarding;
using Gateway.Core.Gates;
using Gateway.Core.ServiceClock;

namespace Gateway.Server.Composition;

/// <summary>The section <c>Gateway</c> of appsettings.json, environment (<c>Gateway__Section__Key</c>) and command line.</summary>
public sealed class GatewaySettings
{
    /// <summary>Folder of ledger, payloads, keys and socket. Relative paths start at the working directory.</summary>
    public string DataDirectory { get; set; } = "";

    /// <summary>File with agencies, destinations and channels, applied at start when given.</summary>
    public string? Registry { get; set; }

    /// <summary>Language of messages for people: <c>id</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "id";

    public LedgerSettings Ledger { get; set; } = new();

    public PayloadSettings Payloads { get; set; } = new();

    public JournalSettings Journal { get; set; } = new();

    public MessagingSettings Messaging { get; set; } = new();

    public HttpSettings Http { get; set; } = new();

    public IntakeSettings Intake { get; set; } = new();

    public IdentitySettings Identity { get; set; } = new();

    public GatesOptions Gates { get; set; } = new();

    public DuplicatesOptions Duplicates { get; set; } = new();

    public ForwardingOptions Forwarding { get; set; } = new();

    public ServiceClockOptions ServiceClock { get; set; } = new();

    /// <summary>Where the ledger lies.</summary>
    public sealed class LedgerSettings
    {
        /// <summary><c>Sqlite</c>, for one machine, or <c>SqlServer</c>, for any number of nodes.</summary>
        public string Provider { get; set; } = "Sqlite";

        /// <summary>Of SQLite the file; null: <c>gateway.db</c> in the data folder. Of SQL Server what Microsoft.Data.SqlClient takes, or a reference to it.</summary>
        public string? ConnectionString { get; set; }

        /// <summary>Intake refuses when less than this is free on the disk.</summary>
        [Range(0, long.MaxValue)]
        public long DiskReserveBytes { get; set; } = 256L << 20;
    }

    /// <summary>Where files lie that are too large for the ledger.</summary>
    public sealed class PayloadSettings
    {
        /// <summary>A folder, relative to the data folder. Nodes that share a ledger must share it too.</summary>
        public string Directory { get; set; } = "payloads";
    }

    /// <summary>Where the delivery journal lies, by which a restore knows what was sent since its backup.</summary>
    public sealed class JournalSettings
    {
        /// <summary>A folder, relative to the data folder; better on another disk. Each node has its own.</summary>
        public string Directory { get; set; } = "journal";
    }

    /// <summary>How wake-ups travel.</summary>
    public sealed class MessagingSettings
    {
        /// <summary><c>InMemory</c> or <c>RabbitMq</c>.</summary>
        public string Transport { get; set; } = "InMemory";

        public RabbitMqSettings RabbitMq { get; set; } = new();
    }

    /// <summary>The broker.</summary>
    public sealed class RabbitMqSettings
    {
        /// <summary><c>amqp://user:password@host:port/vhost</c>, or a reference to it.</summary>
        public string Uri { get; set; } = "amqp://guest:guest@127.0.0.1:5672/";
    }

    /// <summary>The HTTP door.</summary>
    public sealed class HttpSettings
    {
        /// <summary>Addresses to listen on, separated by <c>;</c>. Loopback by default.</summary>
        public string Urls { get; set; } = "http://127.0.0.1:5000";

        /// <summary>Most bytes of one form post.</summary>
        [Range(1024, 1L << 30)]
        public long PostLimitBytes { get; set; } = 20L << 20;

        /// <summary>Addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/24</c>) of proxies, separated by <c>;</c>. Only they are believed who a post comes from.</summary>
        public string TrustedProxies { get; set; } = "";
    }

    /// <summary>What the HTTP door bears at once.</summary>
    public sealed class IntakeSettings
    {
        /// <summary>Most connections at once; one more is closed before it says anything.</summary>
        [Range(1, 100_000, ErrorMessage = "Gateway:Intake:MaxConnections: {1} ... {2}.")]
        public int MaxConnections { get; set; } = 1000;

        /// <summary>Most bytes that the bodies of posts under way may hold together; a post beyond it is answered with 503.</summary>
        [Range(1L << 20, 1L << 40, ErrorMessage = "Gateway:Intake:BodiesInFlightBytes: {1} ... {2}.")]
        public long BodiesInFlightBytes { get; set; } = 256L << 20;

        /// <summary>How long the body of one post may take to come; then it is answered with 408.</summary>
        [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Gateway:Intake:BodyDeadline: {1} ... {2}.")]
        public TimeSpan BodyDeadline { get; set; } = TimeSpan.FromMinutes(2);
    }

    /// <summary>Keys.</summary>
    public sealed class IdentitySettings
    {
        /// <summary>Master key by reference (<c>env:NAME</c>, <c>file:PATH</c>). Null: a file in the data folder, with a warning.</summary>
        public string? MasterKey { get; set; }
    }
}
