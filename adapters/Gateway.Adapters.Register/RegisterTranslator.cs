using System.Globalization;
using System.Security.Cryptography;
using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Register;

/// <summary>
/// Each row below the heading is one item (Message Translator), read one at a time. Its key is what the row says and the how
/// manieth such row it is, so that a register handed over again every month adds only what is new.
/// </summary>
internal sealed class RegisterTranslator : IMessageTranslator, IMendable
{
    private static readonly Dictionary<string, string> Nothing = [];

    public IEnumerable<Translation> Translate(RawItem raw, Channel channel)
    {
        if (RegisterTable.Find(raw.Content, RegisterSettings.MapOf(channel)) is not { } table)
        {
            yield return Unread(raw, "1", new Reason("not-a-register"));
            yield break;
        }

        var count = new RowCount();
        var any = false;
        foreach (var row in table.Rows(raw.Content))
        {
            any = true;
            yield return row.Unread > 0 ? UnreadRest(raw, row) : RowReading.Of(row, table, raw, count.Key(row), Nothing);
        }

        if (!any) yield return Unread(raw, Item(table.HeadingRow), new Reason("register-empty")) with { Outcome = ItemOutcome.Ignored };
    }

    public Translation Mend(RawItem raw, Channel channel, string item, IReadOnlyDictionary<string, string> set)
    {
        if (set.Keys.FirstOrDefault(field => !FieldNames.IsKnown(field) && field != ColumnNames.Received) is { } unknown)
            return Unread(raw, item, new Reason("field-unknown", unknown));
        if (RegisterTable.Find(raw.Content, RegisterSettings.MapOf(channel)) is not { } table)
            return Unread(raw, item, new Reason("not-a-register"));

        var count = new RowCount();
        foreach (var row in table.Rows(raw.Content))
        {
            var key = count.Key(row);
            // Many rows in one: filling in the fields of one of them would settle them all.
            if (Item(row.Number) == item && row.Unread > 0) return UnreadRest(raw, row);
            if (Item(row.Number) == item) return RowReading.Of(row, table, raw, key, set);
        }

        return Unread(raw, item, new Reason("item-unknown", item));
    }

    private static string Item(int row) => row.ToString(CultureInfo.InvariantCulture);

    private static Translation UnreadRest(RawItem raw, RegisterRow row) =>
        Unread(raw, Item(row.Number), new Reason("rows-unread", row.Unread.ToString(CultureInfo.InvariantCulture)));

    private static Translation Unread(RawItem raw, string item, Reason reason)
    {
        using var bytes = raw.Content.Open();
        return new Translation
        {
            Item = item,
            KeyParts = ["register", "unread", Convert.ToHexStringLower(SHA256.HashData(bytes)), item],
            Outcome = ItemOutcome.Quarantined,
            Reasons = [reason],
        };
    }
}
