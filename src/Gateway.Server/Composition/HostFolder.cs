namespace Gateway.Server.Composition;

/// <summary>
/// How the web hosts of the gateway are begun: at the program's own folder, watching nothing. A host left to itself watches the working
/// directory with all below it for changed settings, so that each write to a ledger there wakes it: an eighth of a busy server's time.
/// </summary>
internal static class HostFolder
{
    public static WebApplicationOptions Quiet => new() { ContentRootPath = AppContext.BaseDirectory, Args = ["--hostBuilder:reloadConfigOnChange=false"] };
}
