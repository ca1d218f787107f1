using Gateway.Contracts;

namespace Gateway.Core.Forwarding;

/// <summary>One file to upload.</summary>
/// <param name="Ordinal">1-based position in the complaint.</param>
/// <param name="Name">File name as sent; carries nothing of the person.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Content">The bytes.</param>
public sealed record UploadFile(int Ordinal, string Name, string MediaType, IRawContent Content);
