namespace Gateway.Infrastructure.Central;

/// <summary>The routes of the contract file <c>contracts/sp4n-lapor.openapi.yaml</c>. A destination may name others; these are the default.</summary>
internal static class CentralRoutes
{
    public const string Create = "/complaints/complaint";

    public const string Upload = "/complaints/complaint/file";

    public const string Read = "/complaints/{id}/complaint";

    public const string Masters = "/masters/institutions/external?page_size=1000";

    public const string Templates = "/masters/templates?page_size=1000";

    public const string HandOn = "/complaints/process/{id}/reject";

    public const string FollowUps = "/complaints/{id}/followups";

    public const string AddFollowUp = "/complaints/followup/add";

    /// <summary>Default routes by the name a destination uses for them.</summary>
    public static IReadOnlyDictionary<string, string> ByCall { get; } = new Dictionary<string, string>
    {
        ["create"] = Create,
        ["upload"] = Upload,
        ["read"] = Read,
        ["masters"] = Masters,
        ["templates"] = Templates,
        ["handOn"] = HandOn,
        ["followUps"] = FollowUps,
        ["addFollowUp"] = AddFollowUp,
    };
}
