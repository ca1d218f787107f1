using AngleSharp.Dom;

namespace Gateway.Adapters.Email.Reading;

/// <summary>What web mail and Outlook mark as the history of a thread or as a signature, by class and id.</summary>
internal static class HtmlQuote
{
    private static readonly string[] Classes = ["gmail_quote", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote", "tutanota_quote", "zmail_extra", "ms-outlook-mobile-reference-message"];
    private static readonly string[] Ids = ["divRplyFwdMsg", "reply-intro", "OLK_SRC_BODY_SECTION", "mail-editor-reference-message-container"];

    /// <summary>True for quoted history; a forwarded mail, which the same programs wrap alike, is none.</summary>
    public static bool Is(IElement element)
    {
        if (!Classes.Any(element.ClassList.Contains) && !Ids.Contains(element.Id, StringComparer.Ordinal)) return false;
        var start = element.TextContent.TrimStart();
        var head = start.Length > 200 ? start[..200] : start;
        return !Forwarded.IsMarker(head.Length > 190 ? head[..190] : head.Split('\n')[0]);
    }

    public static bool IsSignature(IElement element) =>
        element.ClassList.Contains("gmail_signature") || element.ClassList.Contains("moz-signature") || element.Id is "Signature" or "ms-outlook-mobile-signature";
}
