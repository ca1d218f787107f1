using System.Security.Cryptography;
using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Register;

/// <summary>
/// Each row below the heading of each sheet is one item (Message Translator), read one at a time. Its key is what the row says and the
/// how manieth such row of the file it is, so that a register handed over again every month adds only what is new.
/// </summary>
internal sealed class RegisterTranslator : IMessageTranslator, IMendable
{
    private static readonly Dictionary<string, string> Nothing = [];

    public IEnumerable<Translation> Translate(RawItem raw, Channel channel)
    {
        var map = RegisterSettings.MapOf(channel);
        var file = RegisterFile.Open(raw.Content, map);
        var (count, repeats) = (new RowCount(), new Allowance(SameAsAbove.MostCharacters));
        var any = false;
        foreach (var sheet in file.Sheets)
        {
            foreach (var translation in Sheet(sheet, raw, map, count, repeats))
            {
                any = true;
                yield return translation;
            }
        }

        if (!any) yield return Unread(raw, "1", file.Fault ?? new Reason("not-a-register"));
    }

    public Translation Mend(RawItem raw, Channel channel, string item, IReadOnlyDictionary<string, string> set)
    {
        if (set.Keys.FirstOrDefault(field => !FieldNames.IsKnown(field) && field != ColumnNames.Received) is { } unknown)
            return Unread(raw, item, new Reason("field-unknown", unknown));
        var map = RegisterSettings.MapOf(channel);
        var file = RegisterFile.Open(raw.Content, map);
        if (file.Fault is not null) return Unread(raw, item, file.Fault);
        var (count, repeats) = (new RowCount(), new Allowance(SameAsAbove.MostCharacters));
        foreach (var sheet in file.Sheets)
        {
            if (RegisterTable.Find(sheet, map) is not { } table)
            {
                if (item == sheet.Item(1)) return Unread(raw, item, new Reason("not-a-register"));
                continue;
            }

            foreach (var row in Keyed(table, count, repeats))
            {
                if (sheet.Item(row.Row.Number) != item) continue;
                // Many rows in one: filling in the fields of one of them would settle them all.
                return row.Row.Rest is { } rest ? Unread(raw, item, rest) : RowReading.Of(row, table, raw, set);
            }
        }

        return Unread(raw, item, new Reason("item-unknown", item));
    }

    private static IEnumerable<Translation> Sheet(RegisterSheet sheet, RawItem raw, IReadOnlyDictionary<string, string> map, RowCount count, Allowance repeats)
    {
        if (RegisterTable.Find(sheet, map) is not { } table)
        {
            // An empty sheet beside others holds nothing; one that cannot be understood is one item, to be looked at.
            if (sheet.Rows().FirstOrDefault(row => !row.IsEmpty) is { } first) yield return SheetUnread(raw, sheet, first.Rest);
            yield break;
        }

        var any = false;
        foreach (var row in Keyed(table, count, repeats))
        {
            any = true;
            yield return row.Row.Rest is { } rest ? Unread(raw, sheet.Item(row.Row.Number), rest) : RowReading.Of(row, table, raw, Nothing);
        }

        if (!any) yield return Unread(raw, sheet.Item(table.Heading.Row), new Reason("register-empty")) with { Outcome = ItemOutcome.Ignored };
    }

    private static IEnumerable<KeyedRow> Keyed(RegisterTable table, RowCount count, Allowance repeats)
    {
        var above = new SameAsAbove(table, repeats);
        foreach (var row in table.Rows())
        {
            var (resolved, unclear) = above.Resolve(row);
            yield return new KeyedRow(resolved, count.Key(resolved), unclear);
        }
    }

    // Beside sheets that are read, "Petunjuk" comes again with each saving of the file; it is the same until one of its cells changes.
    private static Translation SheetUnread(RawItem raw, RegisterSheet sheet, Reason? rest)
    {
        var unread = Unread(raw, sheet.Item(1), rest ?? new Reason("not-a-register"));
        if (sheet.Name is null || rest is not null) return unread;
        using var cells = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in sheet.Rows()) cells.AppendData(ContentDigest.Join(row.Content.Prepend(sheet.Item(row.Number))));
        return unread with { KeyParts = ["register", "sheet", Convert.ToHexStringLower(cells.GetHashAndReset())] };
    }

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
