using System.Globalization;
using System.Text.RegularExpressions;
using Gateway.Adapters.Register.Dates;
using Gateway.Contracts;
using Gateway.Contracts.Fields;

namespace Gateway.Adapters.Register;

/// <summary>The cells of a row with what spreadsheets do to them undone: days in any shape, telephone numbers without their zero, errors for words.</summary>
internal sealed partial class RowFields
{
    private readonly SortedDictionary<string, string> _derived = new(StringComparer.Ordinal);
    private readonly List<Reason> _doubts = [];

    /// <param name="cells">Field to its cell as shown.</param>
    /// <param name="row">The row, whose own moments count; null when its cells may have slipped.</param>
    /// <param name="table">Its table.</param>
    /// <param name="set">Field to what an officer typed; it is taken as it is.</param>
    public RowFields(Dictionary<string, string> cells, RegisterRow? row, RegisterTable table, IReadOnlyDictionary<string, string> set)
    {
        foreach (var (field, words) in set) cells[field] = words;
        foreach (var field in cells.Keys.Where(field => !set.ContainsKey(field) && Nothing().IsMatch(cells[field])).ToList()) cells.Remove(field);
        HideWhoWishes(cells);
        foreach (var field in RegisterTable.DayFields.Where(cells.ContainsKey)) ReadDay(cells, field, row, table, isTyped: set.ContainsKey(field));
        if (!set.ContainsKey("phone")) MendPhone(cells);
        if (!set.ContainsKey("nik")) DropCut(cells, "nik");
        Fields = new FilledFields(cells);
    }

    public FilledFields Fields { get; }

    public DateTimeOffset? Received { get; private set; }

    public IReadOnlyList<Reason> Doubts => _doubts;

    public IReadOnlyDictionary<string, string> Derived => _derived;

    private void ReadDay(Dictionary<string, string> cells, string field, RegisterRow? row, RegisterTable table, bool isTyped)
    {
        if (WrittenWords.Line(cells[field]) is null) return;
        var column = isTyped ? DateColumn.Plain : table.Dates.GetValueOrDefault(field, DateColumn.Plain);
        DateTime? moment = !isTyped && row?.Moments.TryGetValue(table.Columns[field], out var known) == true ? known : null;
        var reading = column.Read(cells[field], moment);
        if (reading.Doubt is { } doubt) _doubts.Add(new Reason(doubt, field));
        if (reading.Derived is { } derived) _derived[field] = derived;
        if (field == ColumnNames.Received && reading.Moment is { } at) Received = new DateTimeOffset(at, WrittenDate.Wita);
        if (reading.Moment is { } day) cells[field] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        else cells.Remove(field);
    }

    // "Tanpa nama" is nobody's name: two of them are not one person.
    private static void HideWhoWishes(Dictionary<string, string> cells)
    {
        var isNobody = cells.TryGetValue("name", out var name) && Nobody().IsMatch(name);
        if (isNobody) cells.Remove("name");
        if (cells.TryGetValue("email", out var email) && Nobody().IsMatch(email)) cells.Remove("email");
        var mayNotShow = cells.Remove(ColumnNames.Shown, out var answer) && WrittenWords.Line(answer) is { } words && WrittenChoice.YesNo(ColumnNames.Shown, words) != true;
        if (isNobody || mayNotShow) cells.TryAdd("anonim", "ya");
    }

    private void MendPhone(Dictionary<string, string> cells)
    {
        DropCut(cells, "phone");
        if (!cells.TryGetValue("phone", out var phone) || !WithoutZero().IsMatch(phone.Trim())) return;
        cells["phone"] = "0" + phone.Trim();
        _derived["phone"] = "0";
    }

    // 8,11E+10: the digits are gone, and what is left would be the number of many.
    private void DropCut(Dictionary<string, string> cells, string field)
    {
        if (!cells.TryGetValue(field, out var number) || !Cut().IsMatch(number.Trim())) return;
        cells.Remove(field);
        _derived[field] = "cut-number";
    }

    [GeneratedRegex(@"^8[0-9]{8,11}$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex WithoutZero();

    [GeneratedRegex(@"^[0-9][.,]?[0-9]{0,14}E\+[0-9]{1,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Cut();

    // A dash, and what a formula says that found nothing.
    [GeneratedRegex(@"^\s{0,9}(?:[-–—.]{1,3}|#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!))\s{0,9}$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^\s{0,9}(?:anonim|anonymous|tanpa nama|tidak (?:ada|menyebut(?:kan)?) nama|n\.? ?n\.?|no ?name|hamba allah|(?:di)?rahasia(?:kan)?)\s{0,9}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Nobody();
}
