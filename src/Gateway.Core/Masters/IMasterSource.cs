using Gateway.Core.Destinations;

namespace Gateway.Core.Masters;

/// <summary>Reads lists of a centre, page by page. A foreseen answer or failure is a value, and nothing is retried inside.</summary>
public interface IMasterSource
{
    /// <param name="destination">Whose centre.</param>
    /// <param name="list">Which list.</param>
    /// <param name="page">From 1.</param>
    /// <param name="ct">Stops the call.</param>
    Task<MasterPage> ReadPageAsync(Destination destination, MasterList list, int page, CancellationToken ct);
}
