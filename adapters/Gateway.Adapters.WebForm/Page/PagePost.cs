using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Gateway.Adapters.WebForm.Door;
using Gateway.Adapters.WebForm.Reading;
using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WebForm.Page;

/// <summary>What somebody typed into the page: kept for the page if something is missing, judged before the intake sees it.</summary>
internal sealed partial record PagePost
{
    /// <summary>Name of the hidden field with the key of one page load.</summary>
    public const string KeyField = "kunci";

    /// <summary>Name of the hidden field with the version of the notice that was shown.</summary>
    public const string NoticeField = "pemberitahuan";

    public static PagePost Empty { get; } = new();

    /// <summary>Field to what was typed.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; private init; } = new Dictionary<string, string>();

    /// <summary>True when files came with it: a page cannot keep them, they must be chosen again.</summary>
    public bool HadFiles { get; private init; }

    /// <summary>Key of the page load; made anew when there is none.</summary>
    public string Key { get; private init; } = "";

    /// <summary>What must be mended before it can be sent.</summary>
    public IReadOnlyList<PageFault> Faults { get; init; } = [];

    /// <summary>Evidence for the intake.</summary>
    public Dictionary<string, string> Evidence { get; private init; } = [];

    public static PagePost Of(Visit visit, byte[] bytes)
    {
        PostFields post;
        try
        {
            post = PostBody.Read(IntakeEndpoint.Raw(visit.Context.Request, bytes, [], visit.Door));
        }
        catch (PostUnreadableException)
        {
            // The intake keeps it in quarantine and says so.
            return Empty with { Evidence = new() { [PostEvidence.Notice] = visit.Notice.Version } };
        }

        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in post.Values) typed.TryAdd(value.Name, value.Value);
        var key = typed.GetValueOrDefault(KeyField) is { } sent && Plain().IsMatch(sent) ? sent : "";
        var evidence = new Dictionary<string, string> { [PostEvidence.Notice] = visit.Notice.Version };
        if (key.Length > 0) evidence[PostEvidence.Key] = $"page/{key}/{Digest(post)}";
        return new PagePost { Typed = typed, HadFiles = post.Files.Count > 0, Key = key, Faults = [.. Wrong(visit, post, typed)], Evidence = evidence };
    }

    private static IEnumerable<PageFault> Wrong(Visit visit, PostFields post, Dictionary<string, string> typed)
    {
        var fields = FormFields.Of(post, visit.Settings.ForOwnPage());
        if (fields.Isi is null) yield return new PageFault("isi", visit["isi.missing"]);
        var doubts = new List<Reason>();
        var day = fields.Date("tanggalKejadian", doubts);
        if (doubts.Count > 0) yield return new PageFault("tanggalKejadian", visit["day.unreadable"]);
        else if (day > DateOnly.FromDateTime(visit.Door.Time.GetUtcNow().ToOffset(WrittenDate.Wita).DateTime)) yield return new PageFault("tanggalKejadian", visit["day.future"]);
        // What is recorded must be what was shown.
        if (typed.GetValueOrDefault(NoticeField) != visit.Notice.Version) yield return new PageFault(null, visit["notice.changed"]);
    }

    // The key of the page and what was typed together: a double click is one press, and whoever goes back and writes something
    // else has written another report.
    private static string Digest(PostFields post) => ContentDigest.OfParts(
        post.Values.Where(value => value.Name is not (KeyField or NoticeField)).SelectMany(value => new[] { value.Name, value.Value })
            .Concat(post.Files.SelectMany(file => new[] { file.Name, Hash(file.Content!) })))[..32];

    private static string Hash(IRawContent content)
    {
        using var stream = content.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex Plain();
}
