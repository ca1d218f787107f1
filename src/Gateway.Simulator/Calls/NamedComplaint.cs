using System.Globalization;
using Gateway.Simulator.Book;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Calls;

/// <summary>The complaint a route names.</summary>
internal static class NamedComplaint
{
    /// <summary>Null when the id is no number or unknown.</summary>
    public static StoredComplaint? Find(ComplaintBook book, HttpRequest request) => Find(book, request.RouteValues["id"] as string);

    public static StoredComplaint? Find(ComplaintBook book, string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? book.Find(number) : null;

    public static Answer Unknown() => Answer.Failed(404, "The complaint was not found.");
}
