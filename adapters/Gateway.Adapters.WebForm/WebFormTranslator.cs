using System.Security.Cryptography;
using Gateway.Adapters.WebForm.Presets;
using Gateway.Adapters.WebForm.Reading;
using Gateway.Adapters.WebForm.Settings;
using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WebForm;

/// <summary>
/// One post, one translation (Message Translator). What cannot be read is quarantined under the digest of its bytes and not under
/// its Idempotency-Key, so that a form corrected after a refusal may use the key again.
/// </summary>
internal sealed class WebFormTranslator : IMessageTranslator, IMendable
{
    private const string OnlyItem = "1";

    private static readonly Dictionary<string, string> Nothing = [];

    public IEnumerable<Translation> Translate(RawItem raw, Channel channel)
    {
        var settings = SettingsFor(raw, channel);
        var post = Read(raw, settings, out var fault);
        yield return fault is not null ? Kept(raw, channel, ItemOutcome.Quarantined, fault)
            : settings.Honeypot is { } trap && post.Find(trap) is not null ? Kept(raw, channel, ItemOutcome.Ignored, new Reason("honeypot"), FormFields.Of(post, settings).Reporter)
            : Translated(raw, channel, settings, post, Nothing);
    }

    /// <summary>An officer who mends a post has seen that a person wrote it: the honeypot does not count.</summary>
    public Translation Mend(RawItem raw, Channel channel, string item, IReadOnlyDictionary<string, string> set)
    {
        if (item != OnlyItem) return Kept(raw, channel, ItemOutcome.Quarantined, new Reason("item-unknown", item));
        if (set.Keys.FirstOrDefault(field => !FieldNames.IsKnown(field)) is { } unknown)
            return Kept(raw, channel, ItemOutcome.Quarantined, new Reason("field-unknown", unknown));
        var settings = SettingsFor(raw, channel);
        var post = Read(raw, settings, out var fault);
        return fault is not null && !set.ContainsKey("isi")
            ? Kept(raw, channel, ItemOutcome.Quarantined, fault)
            : Translated(raw, channel, settings, post, set);
    }

    private static FormSettings SettingsFor(RawItem raw, Channel channel)
    {
        var settings = FormSettings.Of(channel);
        return PostEvidence.IsOwnPage(raw) ? settings.ForOwnPage() : settings;
    }

    private static PostFields Read(RawItem raw, FormSettings settings, out Reason? fault)
    {
        fault = null;
        try
        {
            var post = PostBody.Read(raw);
            settings.Preset?.Unpack?.Invoke(post);
            return post;
        }
        catch (PostUnreadableException broken)
        {
            fault = new Reason("form-unreadable", broken.Message);
            return new PostFields();
        }
    }

    private static Translation Translated(RawItem raw, Channel channel, FormSettings settings, PostFields post, IReadOnlyDictionary<string, string> set)
    {
        var fields = FormFields.Of(post, settings).With(set);
        return fields.Isi is null
            ? Kept(raw, channel, ItemOutcome.Quarantined, new Reason("no-isi"), fields.Reporter)
            : Taken(raw, channel, settings, fields, post);
    }

    private static Translation Taken(RawItem raw, Channel channel, FormSettings settings, FilledFields fields, PostFields post)
    {
        var doubts = new List<Reason>();
        if (FileLinks.Hosts(post) is { Count: > 0 } hosts) doubts.Add(new Reason("file-elsewhere", string.Join(", ", hosts)));
        if (post.BrokenFiles > 0) doubts.Add(new Reason("file-broken", $"{post.BrokenFiles}"));
        var written = Submission.Moment(settings.Preset, post, raw.Received);
        var complaint = fields.ToComplaint(new Provenance(raw.File, OnlyItem), doubts) with
        {
            Lampiran = post.Files,
            Written = written,
            Received = written,
        };
        var content = ContentDigest.Of([complaint]);
        var promised = raw.Evidence.GetValueOrDefault(PostEvidence.Key);
        var key = promised ?? Submission.Id(settings.Preset, post);
        string[] wishes = [.. complaint.Anonim ? ["anonim"] : Array.Empty<string>(), .. complaint.Rahasia ? ["rahasia"] : Array.Empty<string>()];
        var sender = Sender(fields.Reporter, channel);
        return new Translation
        {
            Item = OnlyItem,
            KeyParts = key is null ? ["form", "content", content, sender, .. wishes] : ["form", "key", channel.Key, key],
            Outcome = ItemOutcome.Complaint,
            Reasons = doubts,
            Complaints = [complaint],
            Reporter = fields.Reporter,
            Received = written,
            RepeatWithin = key is null ? settings.RepeatWithin : null,
            // A form that sends one key for everybody must not give the second person the number of the first, nor lose a wish. The page's
            // own keys and those of the tools tell posts apart by themselves.
            Content = promised is null || PostEvidence.IsOwnPage(raw) || (fields.Reporter is null && wishes.Length == 0)
                ? content
                : ContentDigest.OfParts([content, sender, .. wishes]),
        };
    }

    // Kept under the digest of its bytes: what could not be read, and what a machine wrote.
    private static Translation Kept(RawItem raw, Channel channel, ItemOutcome outcome, Reason reason, Reporter? reporter = null)
    {
        using var bytes = raw.Content.Open();
        return new Translation
        {
            Item = OnlyItem,
            KeyParts = ["form", "unread", channel.Key, Convert.ToHexStringLower(SHA256.HashData(bytes))],
            Outcome = outcome,
            Reasons = [reason],
            Reporter = reporter,
            RepeatWithin = FormSettings.Of(channel).RepeatWithin,
        };
    }

    private static string Sender(Reporter? reporter, Channel channel) => reporter is null
        ? "channel:" + channel.Key
        : ContentDigest.OfParts(new[] { reporter.Name, reporter.Phone, reporter.Email, reporter.Nik, reporter.Address, reporter.Handle }
            .Select(field => FieldNames.Fold(field ?? "")));
}
