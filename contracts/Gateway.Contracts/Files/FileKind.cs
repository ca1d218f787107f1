namespace Gateway.Contracts.Files;

/// <summary>A kind of file, as its bytes tell it.</summary>
/// <param name="Name">The usual ending without its dot; also the word for it in settings and reasons.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Family">What it is for a person.</param>
public sealed record FileKind(string Name, string MediaType, FileFamily Family);
