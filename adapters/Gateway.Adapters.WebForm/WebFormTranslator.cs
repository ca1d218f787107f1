using System.Security.Cryptography;
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
        yield return Translated(raw, channel, Nothing);
    }

    public Translation Mend(RawItem raw, Channel channel, string item, IReadOnlyDictionary<string, string> set)
    {
        if (item != OnlyItem) return Quarantined(raw, channel, new Reason("item-unknown", item));
        var unknown = set.Keys.FirstOrDefault(field => !FieldNames.IsKnown(field));
        return unknown is null ? Translated(raw, channel, set) : Quarantined(raw, channel, new Reason("field-unknown", unknown));
    }

    private static Translation Translated(RawItem raw, Channel channel, IReadOnlyDictionary<string, string> set)
    {
        var settings = FormSettings.Of(channel);
        PostFields post;
        try
        {
            post = PostBody.Read(raw);
        }
        catch (PostUnreadableException fault) when (!set.ContainsKey("isi"))
        {
            return Quarantined(raw, channel, new Reason("form-unreadable", fault.Message));
        }
        catch (PostUnreadableException)
        {
            post = new PostFields();
        }

        var fields = FormFields.Of(post, settings).With(set);
        return fields.Isi is null
            ? Quarantined(raw, channel, new Reason("no-isi"), fields.Reporter)
            : Taken(raw, channel, settings, fields, post.Files);
    }

    private static Translation Taken(RawItem raw, Channel channel, FormSettings settings, FilledFields fields, List<Attachment> files)
    {
        var doubts = new List<Reason>();
        var complaint = fields.ToComplaint(new Provenance(raw.File, OnlyItem), doubts) with
        {
            Lampiran = files,
            Written = raw.Received,
            Received = raw.Received,
        };
        var content = ContentDigest.Of([complaint]);
        var key = raw.Evidence.GetValueOrDefault("idempotency-key");
        return new Translation
        {
            Item = OnlyItem,
            KeyParts = key is null ? ["form", "content", content, Sender(fields.Reporter, channel)] : ["form", "key", channel.Key, key],
            Outcome = ItemOutcome.Complaint,
            Reasons = doubts,
            Complaints = [complaint],
            Reporter = fields.Reporter,
            RepeatWithin = key is null ? settings.RepeatWithin : null,
            Content = content,
        };
    }

    private static Translation Quarantined(RawItem raw, Channel channel, Reason reason, Reporter? reporter = null)
    {
        using var bytes = raw.Content.Open();
        return new Translation
        {
            Item = OnlyItem,
            KeyParts = ["form", "unread", channel.Key, Convert.ToHexStringLower(SHA256.HashData(bytes))],
            Outcome = ItemOutcome.Quarantined,
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
