using System.Globalization;
using System.Text;

namespace Gateway.Server.Commands;

/// <summary>
/// What commands write, without signs that steer a terminal or turn a line around: complaints and answers of the centre are texts of
/// strangers. Our own line ends and tabs stay.
/// </summary>
internal sealed class CleanWriter(TextWriter inner) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(Clean(value));

    public override void Write(string? value) => inner.Write(Clean(value));

    public override void WriteLine(string? value) => inner.WriteLine(Clean(value));

    public override void Flush() => inner.Flush();

    private static string? Clean(string? text) => text is null || !text.Any(IsSteering) ? text : string.Concat(text.Select(Clean));

    private static char Clean(char sign) => IsSteering(sign) ? '\uFFFD' : sign;

    private static bool IsSteering(char sign) =>
        (char.IsControl(sign) && sign is not ('\n' or '\t')) || sign is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
