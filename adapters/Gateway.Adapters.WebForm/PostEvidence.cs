using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WebForm;

/// <summary>What the door knows of a post besides its bytes, kept sealed with them.</summary>
public static class PostEvidence
{
    /// <summary>By which two posts are one press.</summary>
    public const string Key = "idempotency-key";

    /// <summary>Version of the privacy notice that the citizen saw. There only on a post of the gateway's own page.</summary>
    public const string Notice = "privacy-notice";

    /// <summary>True for a post of the gateway's own page.</summary>
    internal static bool IsOwnPage(RawItem raw) => raw.Evidence.ContainsKey(Notice);
}
