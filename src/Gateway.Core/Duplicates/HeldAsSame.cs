using Gateway.Core.Ledger;

namespace Gateway.Core.Duplicates;

/// <summary>Whether the gates hold a complaint because another tells the same: until a person decides, that one stands for both.</summary>
internal static class HeldAsSame
{
    /// <summary>Code for the same words.</summary>
    public const string Content = "same-content";

    /// <summary>Code for one that came in later and was judged earlier.</summary>
    public const string AsLater = "same-as-later";

    private const string Matter = "same-matter";

    public static bool Is(ComplaintRow row) =>
        IsAsLater(row) || (row.State == ComplaintState.Held && row.Reasons.Any(reason => reason.Code == Content || reason.Code.StartsWith(Matter, StringComparison.Ordinal)));

    /// <summary>The same for one that came in earlier than that other.</summary>
    public static bool IsAsLater(ComplaintRow row) => row.State == ComplaintState.Held && row.Reasons.Any(reason => reason.Code == AsLater);
}
