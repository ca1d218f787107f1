namespace Gateway.Core.Forwarding;

/// <summary>Hands a complaint on to the institution that answers (disposisi).</summary>
/// <param name="CentralId">The complaint there.</param>
/// <param name="Institution">Id of the institution.</param>
/// <param name="Words">Why, for the institution; public, so without personal data.</param>
public sealed record HandOn(string CentralId, string Institution, string Words)
{
    /// <summary>Tracking number of the complaint, and id of the attempt under which it goes; null before a task has it.</summary>
    public (string Number, string Attempt)? Of { get; init; }

    /// <summary>The words of every hand-on: what an officer writes as a reason is not meant for others.</summary>
    public const string WrongOffice = "Diteruskan kepada instansi yang berwenang.";
}
