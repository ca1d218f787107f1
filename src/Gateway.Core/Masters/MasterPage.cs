using Gateway.Core.Forwarding;

namespace Gateway.Core.Masters;

/// <summary>One page of a list as the centre answered it.</summary>
/// <param name="Answer">How the call went.</param>
/// <param name="Entries">Its rows; null when they could not be read, every one of them.</param>
/// <param name="HasNext">The centre says that another page follows.</param>
/// <param name="Total">How many rows the whole list has, if the centre says so.</param>
/// <param name="Page">Which page it says this is; null when it does not.</param>
public sealed record MasterPage(CentralAnswer Answer, IReadOnlyList<MasterEntry>? Entries, bool HasNext, int? Total, int? Page);
