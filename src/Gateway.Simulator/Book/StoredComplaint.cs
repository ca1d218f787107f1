using System.Text.Json;

namespace Gateway.Simulator.Book;

/// <summary>A complaint as the centre received it.</summary>
/// <param name="Id">Seven digits, increasing.</param>
/// <param name="Number">The tracking number on the marker line of its content; null when there is none.</param>
/// <param name="Fields">The JSON object of the create, field by field as sent.</param>
/// <param name="Attachments">The uploaded files it names, in its order.</param>
/// <param name="At">When it was stored, UTC.</param>
public sealed record StoredComplaint(
    long Id, string? Number, JsonElement Fields, IReadOnlyList<StoredFile> Attachments, DateTimeOffset At) : BookEntry(Id, At);
