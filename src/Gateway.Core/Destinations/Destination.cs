using System.Text.Json.Nodes;

namespace Gateway.Core.Destinations;

/// <summary>One account at the centre, as the registry describes it.</summary>
public sealed record Destination
{
    public required string Key { get; init; }

    /// <summary><c>api</c> or <c>manual</c>.</summary>
    public string Kind { get; init; } = "api";

    /// <summary>Base address; routes are appended to its path. Null for a manual destination.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Headers sent verbatim on each call; values may be <c>env:NAME</c> or <c>file:PATH</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Routes by call: <c>create</c>, <c>upload</c>, <c>read</c>, <c>masters</c>, <c>templates</c>. Those not named have the default of the contract file.</summary>
    public IReadOnlyDictionary<string, string> Routes { get; init; } = new Dictionary<string, string>();

    /// <summary>Calls a second at most.</summary>
    public double RequestsPerSecond { get; init; } = 5;

    /// <summary>Complaints being forwarded at once, at most.</summary>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>How long a create may take: 90 s, as one public client of the API waits.</summary>
    public TimeSpan CreateTimeout { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How long an upload or a read may take.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>State when first applied; <see cref="DestinationState.New"/> unless the file says open.</summary>
    public DestinationState State { get; init; } = DestinationState.New;

    /// <summary>Fields added to each submit, values as given.</summary>
    public JsonObject Fields { get; init; } = [];

    /// <summary>Fields added to each follow-up post, values as given; <c>complaint_id</c>, <c>is_secret</c> and <c>content</c> are ours.</summary>
    public JsonObject FollowUpFields { get; init; } = [];

    /// <summary>How delivered complaints are read back.</summary>
    public ReadBackSettings ReadBack { get; init; } = new();

    /// <summary>Code tables; a field without a table is left out of the submit.</summary>
    public CodeTables Codes { get; init; } = new();

    /// <summary>Waits before each retry; the last repeats.</summary>
    public IReadOnlyList<TimeSpan> Schedule { get; init; } = DefaultSchedule;

    /// <summary>Attempts before a complaint is parked.</summary>
    public int Attempts { get; init; } = 20;

    /// <summary>How long a lease may go without a heartbeat. Outlives the create time-out by 60 s at least.</summary>
    public TimeSpan LeaseLength { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>An Unknown cannot be settled as not delivered earlier than this after its attempt.</summary>
    public TimeSpan SettleAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Longest text the centre takes; the marker counts. One public client used 1,000 for its own form; unknown for the API, so a setting.</summary>
    public int ContentLimit { get; init; } = 5000;

    /// <summary>
    /// By this pattern the body of a refused create tells that the centre does not know the files named in it. How it says so is not
    /// documented, so it is a setting. Empty: never.
    /// </summary>
    public string UnknownFiles { get; init; } = "attachment|lampiran";

    /// <summary>What files it takes.</summary>
    public AttachmentLimits Attachments { get; init; } = new();

    /// <summary>30 s, 2 m, 10 m, 30 m, 1 h, 2 h, 4 h, 8 h, then every 12 h.</summary>
    public static IReadOnlyList<TimeSpan> DefaultSchedule { get; } =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
        TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(12),
    ];

    /// <summary>The shortest lease and settling time that still outlive a create.</summary>
    public TimeSpan SafeLease => LeaseLength > CreateTimeout + TimeSpan.FromSeconds(60) ? LeaseLength : CreateTimeout + TimeSpan.FromSeconds(60);

    public TimeSpan SafeSettleAfter => SettleAfter > SafeLease + CreateTimeout ? SettleAfter : SafeLease + CreateTimeout;
}
