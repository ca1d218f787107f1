using System.Globalization;
using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Intake;

/// <summary>
/// Remembers how far each chat is known and raises an alarm for an export that does not reach back to there: what was written between
/// was never seen. The gap stays in the source book for <c>audit completeness</c>.
/// </summary>
internal sealed class ChatReach(ILedger ledger, IVault vault, ArrivalRow arrival)
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";

    private readonly Dictionary<string, string> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _gaps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Reason> _alarms = new(StringComparer.Ordinal);

    /// <summary>The alarm that the beginning of a chat raised; null for every other item.</summary>
    public Reason? Alarm(string item) => _alarms.GetValueOrDefault(item);

    public async Task SeeAsync(Translation translation, CancellationToken ct)
    {
        if (translation.Chat is not { } span || Name(translation, span) is not { } name || span.Lines.Max(line => line.Minute) is not { } latest) return;
        var chat = Convert.ToHexStringLower(vault.Index("chat-reach", Encoding.UTF8.GetBytes(name))[..16]);
        var last = latest.ToString(Form, CultureInfo.InvariantCulture);
        if (_last.TryGetValue(chat, out var before))
        {
            if (string.CompareOrdinal(last, before) > 0) _last[chat] = last;
            return;
        }

        _last[chat] = last;
        if (await Patience.ReadAsync(() => ledger.GetAsync(arrival.Channel, "chat/" + chat, ct)) is not { } known) return;
        _known[chat] = known;
        var first = span.Lines.Min(line => line.Minute)!.Value.ToString(Form, CultureInfo.InvariantCulture);
        if (string.CompareOrdinal(first, known) <= 0) return;
        _alarms[translation.Item] = new Reason("export-gap", $"{known} - {first}");
        _gaps[$"gap/{chat}/{known}"] = $"{arrival.Seen.ToString("O", CultureInfo.InvariantCulture)}|{first}";
    }

    /// <summary>Writes what was learned, when all of the export is recorded.</summary>
    public async Task KeepAsync(CancellationToken ct)
    {
        var values = new Dictionary<string, string>(_gaps);
        foreach (var (chat, last) in _last)
        {
            if (string.CompareOrdinal(last, _known.GetValueOrDefault(chat)) > 0) values["chat/" + chat] = last;
        }

        if (values.Count > 0) await Patience.WriteAsync(() => ledger.PutAsync(arrival.Channel, values, ct));
    }

    private static string? Name(Translation translation, ChatSpan span) =>
        span.Title ?? (span.IsOneToOne && translation.Reporter is not null && span.Sender.Length > 0 ? span.Sender : null);
}
