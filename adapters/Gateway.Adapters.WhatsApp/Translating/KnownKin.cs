using Gateway.Adapters.WhatsApp.Parsing;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>A few telling messages of each sender from the beginning of an export.</summary>
internal sealed class KnownKin
{
    private readonly Dictionary<string, List<ChatLine>> _kin = new(StringComparer.Ordinal);

    public KnownKin(ChatSurvey survey)
    {
        foreach (var (sender, lines) in survey.Senders)
        {
            var key = SenderName.Normalised(sender);
            if (!_kin.TryGetValue(key, out var kin)) _kin[key] = kin = [];
            kin.AddRange(lines.Select(line => MarkMaker.Kin(line.At, line.Line)));
        }
    }

    /// <summary>Those of a normalised sender, in the order of the file.</summary>
    public IReadOnlyList<ChatLine> Of(string sender) => _kin.GetValueOrDefault(sender) ?? [];
}
