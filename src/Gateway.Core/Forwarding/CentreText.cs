using System.Net;
using System.Text.RegularExpressions;

namespace Gateway.Core.Forwarding;

/// <summary>A text as the centre shows it, which may have wrapped it in markup. Pure.</summary>
internal static partial class CentreText
{
    /// <summary>Without markup, its entities written out.</summary>
    public static string Plain(string text) => WebUtility.HtmlDecode(Markup().Replace(text, " "));

    [GeneratedRegex(@"<[^<>]*>")]
    private static partial Regex Markup();
}
