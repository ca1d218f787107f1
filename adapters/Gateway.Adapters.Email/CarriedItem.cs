using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Email;

/// <summary>A file that came by mail and belongs to another channel.</summary>
/// <param name="Channel">Key of that channel.</param>
/// <param name="Raw">The file as its own item.</param>
internal sealed record CarriedItem(string Channel, RawItem Raw);
