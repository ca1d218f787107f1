using Gateway.Simulator.Book;

namespace Gateway.Tests.Endurance;

/// <summary>One complaint in the book of the centre.</summary>
/// <param name="Id">The centre's id.</param>
/// <param name="Number">Tracking number on its marker line.</param>
/// <param name="Nth">Which one by its text.</param>
internal sealed record BookLine(long Id, string? Number, int? Nth)
{
    public static BookLine Of(StoredComplaint stored) =>
        new(stored.Id, stored.Number, Tale.NthOf(stored.Fields.GetProperty("content").GetString()));
}
