using System.Globalization;
using System.Text;

namespace Gateway.Adapters.Register.Workbooks;

/// <summary>A moment as a cell shows it, with Indonesian names of days and months.</summary>
internal static class DateFormat
{
    private static readonly string[] Months =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    public static string Show(DateTime moment, string code)
    {
        var shown = new StringBuilder();
        var isHalfDay = code.Contains("AM/PM", StringComparison.OrdinalIgnoreCase);
        var wasHour = false;
        for (var i = 0; i < code.Length;)
        {
            var letter = char.ToLowerInvariant(code[i]);
            if (letter is '"' or '[')
            {
                var end = code.IndexOf(letter == '"' ? '"' : ']', i + 1);
                end = end < 0 ? code.Length : end;
                if (letter == '"') shown.Append(code, i + 1, end - i - 1);
                i = end + 1;
                continue;
            }

            if (letter is '\\' && i + 1 < code.Length)
            {
                shown.Append(code[i + 1]);
                i += 2;
                continue;
            }

            if (letter == 'a' && code.AsSpan(i).StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase))
            {
                shown.Append(moment.Hour < 12 ? "AM" : "PM");
                i += 5;
                continue;
            }

            var run = 1;
            while (i + run < code.Length && char.ToLowerInvariant(code[i + run]) == letter) run++;
            var isMinute = letter == 'm' && run <= 2 && (wasHour || NextIsSecond(code, i + run));
            Append(shown, moment, isMinute ? 'n' : letter, run, isHalfDay);
            if (letter is 'd' or 'm' or 'y' or 'h' or 's') wasHour = letter == 'h';
            i += run;
        }

        return shown.ToString();
    }

    private static void Append(StringBuilder shown, DateTime moment, char letter, int run, bool isHalfDay)
    {
        switch (letter)
        {
            case 'd': shown.Append(run > 2 ? Word(Days[(int)moment.DayOfWeek], run > 3) : Digits(moment.Day, run)); break;
            case 'm': shown.Append(run > 2 ? Word(Months[moment.Month - 1], run > 3) : Digits(moment.Month, run)); break;
            case 'y': shown.Append(run > 2 ? Digits(moment.Year, 4) : Digits(moment.Year % 100, 2)); break;
            case 'h': shown.Append(Digits(isHalfDay ? ((moment.Hour + 11) % 12) + 1 : moment.Hour, run)); break;
            case 'n': shown.Append(Digits(moment.Minute, run)); break;
            case 's': shown.Append(Digits(moment.Second, run)); break;
            case '_' or '*' or '@': break;
            default: shown.Append(letter, run); break;
        }
    }

    private static bool NextIsSecond(string code, int at) =>
        code.AsSpan(at).TrimStart(":. ") is { Length: > 0 } rest && (rest[0] is 's' or 'S') && (code[at] is ':' or '.');

    private static string Word(string name, bool isWhole) => isWhole ? name : name[..3];

    private static string Digits(int number, int run) => number.ToString(run > 1 ? run == 4 ? "0000" : "00" : "0", CultureInfo.InvariantCulture);
}
