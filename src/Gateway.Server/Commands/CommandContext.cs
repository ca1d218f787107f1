using Gateway.Server.Composition;

namespace Gateway.Server.Commands;

/// <summary>
/// Where a command reads and writes. The same commands run in the terminal's own process, or inside a running <c>serve</c> for a terminal
/// that speaks to it over the socket.
/// </summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Messages and progress.</param>
/// <param name="Cwd">Where relative paths start.</param>
/// <param name="User">The OS user, the default of <c>--by</c>.</param>
/// <param name="Running">The house of the running <c>serve</c>; null in a terminal's own process.</param>
/// <param name="Interactive">True when a person sees progress as it happens.</param>
internal sealed record CommandContext(TextWriter Out, TextWriter Error, string Cwd, string User, House? Running, bool Interactive);
