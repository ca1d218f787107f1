namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>Whether a line is of some sort.</summary>
internal delegate bool LineTest(ReadOnlySpan<char> line);
