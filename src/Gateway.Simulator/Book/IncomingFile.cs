namespace Gateway.Simulator.Book;

/// <summary>A file as it arrived in a multipart call, not yet stored.</summary>
internal sealed record IncomingFile(string Name, byte[] Bytes);
