namespace Gateway.Simulator.Calls;

/// <summary>
/// A status of a complaint. The names have been seen at the centre; its codes have not, so these say that they are invented.
/// </summary>
internal sealed record CentralStatus(string Code, string Name)
{
    public static CentralStatus Unverified { get; } = new("sim-1", "Belum Terverifikasi");

    public static CentralStatus Verified { get; } = new("sim-2", "Terverifikasi");

    public static CentralStatus InProcess { get; } = new("sim-3", "Dalam Proses");

    /// <summary>A status of any name, as somebody at the centre gives it.</summary>
    public static CentralStatus Of(string name) =>
        new[] { Unverified, Verified, InProcess }.FirstOrDefault(known => known.Name == name) ?? new CentralStatus("sim-" + name.ToLowerInvariant().Replace(' ', '-'), name);
}
