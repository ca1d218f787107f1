using System.Globalization;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.Register.Workbooks;

/// <summary>
/// How one kind of cell shows its number. It follows Excel where registers need it: days, and numbers with zeros in front. The text
/// is what Excel would write into a CSV, so that the same row has the same source key in both.
/// </summary>
internal sealed partial class NumberFormat
{
    // A double is exact up to here; behind it digits of a NIK are lost already in Excel.
    private const double Exact = 1e15;

    private readonly string _code;
    private readonly int _zeros;

    private NumberFormat(string code)
    {
        _code = code;
        IsDate = DateLetters().IsMatch(Bare(code));
        _zeros = Zeros().Match(code) is { Success: true } zeros ? zeros.Groups[1].Length : 0;
    }

    public static NumberFormat General { get; } = new("");

    public bool IsDate { get; }

    public static NumberFormat Of(string code) => code.Length is 0 or > 255 ? General : new NumberFormat(code.Split(';')[0]);

    public string Show(double number, bool is1904)
    {
        if (IsDate && SerialDay.Moment(number, is1904) is { } moment) return DateFormat.Show(moment, _code);
        if (Math.Abs(number) >= Exact) return number.ToString("0.#####E+00", CultureInfo.InvariantCulture);
        if (number == Math.Truncate(number)) return number.ToString(_zeros > 1 ? new string('0', Math.Min(_zeros, 30)) : "0", CultureInfo.InvariantCulture);
        return number.ToString("G10", CultureInfo.InvariantCulture);
    }

    // Words in quotes, colours and locales, and escaped letters say nothing of the value.
    private static string Bare(string code) => Literals().Replace(code, "");

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Literals();

    [GeneratedRegex("[dmyhs]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DateLetters();

    // 00000000000 or "0"#: how people keep the zero of a telephone number.
    [GeneratedRegex("^(0{2,})$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Zeros();
}
