using Gateway.Core.Ledger;

namespace Gateway.Core.Destinations;

/// <summary>A complaint, or a task of one, that the centre refused.</summary>
/// <param name="Number">Tracking number, or name of the task.</param>
/// <param name="Status">HTTP status of the refusal.</param>
public sealed record Refusal(string Number, int Status)
{
    /// <summary>The complaint it is about: several tasks of one say no more than one.</summary>
    internal string Complaint => TaskRow.TryReadName(Number, out var complaint, out _) ? complaint : Number;
}
