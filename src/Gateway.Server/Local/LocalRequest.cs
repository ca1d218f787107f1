namespace Gateway.Server.Local;

/// <summary>A command line on its way to the running gateway.</summary>
/// <param name="Args">Arguments as typed.</param>
/// <param name="Cwd">Where relative paths start.</param>
/// <param name="User">OS user in the terminal.</param>
internal sealed record LocalRequest(string[] Args, string Cwd, string User);
