using System.Text.Json.Serialization;

namespace Gateway.Simulator.Book;

/// <summary>One line of the book: something the centre took and will not forget.</summary>
/// <param name="Id">Unique among entries of its kind.</param>
/// <param name="At">When it was stored, UTC.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StoredFile), "file")]
[JsonDerivedType(typeof(StoredComplaint), "complaint")]
[JsonDerivedType(typeof(StoredHandOn), "hand-on")]
[JsonDerivedType(typeof(StoredFollowUp), "follow-up")]
[JsonDerivedType(typeof(StoredStatus), "status")]
public abstract record BookEntry(long Id, DateTimeOffset At);
