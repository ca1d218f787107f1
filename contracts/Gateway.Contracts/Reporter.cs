namespace Gateway.Contracts;

/// <summary>
/// Who complained, as far as the source tells. Kept apart from the complaint, encrypted, and never on a queue or in a log.
/// Every field is null when unknown.
/// </summary>
/// <param name="Name">Name as the person or the channel gave it.</param>
/// <param name="Phone">Phone number as written.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Nik">Nomor Induk Kependudukan, 16 digits.</param>
/// <param name="Address">Home address.</param>
/// <param name="Handle">Name or number under which a chat or site shows the sender.</param>
public sealed record Reporter(
    string? Name = null,
    string? Phone = null,
    string? Email = null,
    string? Nik = null,
    string? Address = null,
    string? Handle = null)
{
    /// <summary>True when nothing at all is known.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsUnknown => (Name ?? Phone ?? Email ?? Nik ?? Address ?? Handle) is null;

    // A record prints its fields; this one must never reach a log by accident.
    public override string ToString() => "Reporter(hidden)";
}
