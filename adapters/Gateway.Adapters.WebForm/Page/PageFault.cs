namespace Gateway.Adapters.WebForm.Page;

/// <summary>What is wrong with a post of the page.</summary>
/// <param name="Field">Field it stands beside; null for the post as a whole.</param>
/// <param name="Words">What happened and what to do.</param>
internal sealed record PageFault(string? Field, string Words);
