namespace Gateway.Server.Composition;

/// <summary>Another process has the data folder. The command goes to it over its socket.</summary>
internal sealed class HouseHeldException(string dataDirectory)
    : Exception($"The data folder '{dataDirectory}' is in use by another gateway.")
{
    public string DataDirectory => dataDirectory;
}
